import { describe, expect, it } from 'vitest';
import { safeLink } from './Instructions';

describe('the link of instructions', () => {
  it('follows only web and mail addresses', () => {
    expect(safeLink('https://example.org')).toBe('https://example.org');
    expect(safeLink('javascript:alert(1)')).toBeNull();
    expect(safeLink(null)).toBeNull();
  });
});
