import { describe, expect, it } from 'vitest';
import type { Label } from '@/client/types';
import { checkNumber, flatLabels, linkProblem, sameName, sectionFrom } from './model';

const label = (name: string, children: Label[] = []): Label => ({
  id: name.length, name, path: name, color: '#000000', description: null, hotkey: null, parent_id: null, children,
});

it('opens the first section for an unknown address', () => {
  expect(sectionFrom('exports')).toBe('exports');
  expect(sectionFrom('nonsense')).toBe('overview');
});

it('lists parents before their children, with their depth', () => {
  const lines = flatLabels([label('a', [label('b', [label('c')]), label('d')]), label('e')]);
  expect(lines.map(({ label: { name }, depth }) => `${depth}${name}`)).toEqual(['0a', '1b', '2c', '1d', '0e']);
});

describe('checkNumber', () => {
  it.each(['1', ' 30 ', '1000'])('takes %j', (text) => expect(checkNumber(text, 1, 1000)).toEqual({ value: Number(text) }));
  it.each(['', '0', '1001', '1.5', '1e2', '-3', 'ten'])('refuses %j', (text) => expect(checkNumber(text, 1, 1000)).toHaveProperty('problem'));
});

describe('linkProblem', () => {
  it.each(['', '  ', 'https://wiki.example/a?b=c', 'http://10.0.0.1/'])('takes %j', (link) => expect(linkProblem(link)).toBeNull());
  it.each(['javascript:alert(1)', 'wiki.example', 'file:///etc', '/guide'])('refuses %j', (link) => expect(linkProblem(link)).not.toBeNull());
});

describe('sameName', () => {
  it('compares as the server does', () => {
    expect(sameName(' tickets q4 ', 'Tickets Q4')).toBe(true);
    expect(sameName('Cafe\u0301', 'Café')).toBe(true);
    expect(sameName('Tickets', 'Tickets Q4')).toBe(false);
    expect(sameName('', '')).toBe(false);
  });
});
