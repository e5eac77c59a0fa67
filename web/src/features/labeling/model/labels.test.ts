import { describe, expect, it } from 'vitest';
import { findLabels } from './find-labels';
import { levelOf, numbered, plantTree, type LabelNode } from './label-tree';

let nextId = 1;
function node(name: string, children: LabelNode[] = [], hotkey: string | null = null): LabelNode {
  return {
    id: nextId++,
    name,
    path: name,
    color: '#888888',
    description: null,
    hotkey,
    parentId: null,
    children: children.map((child) => ({ ...child, path: `${name}/${child.path}` })),
  };
}

describe('keys of a level', () => {
  it('gives the first ten their digits, 0 being the tenth', () => {
    const roots = Array.from({ length: 12 }, (_, i) => node(`l${i}`));
    const keys = levelOf(plantTree(1, roots), []).map((one) => one.key);
    expect(keys).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', null, null]);
  });

  it('lets the opening digit take the parent itself', () => {
    const cat = node('Cat');
    const roots = [node('Plant'), node('Animal', [cat, node('Dog')])];
    const tree = plantTree(1, roots);
    expect(levelOf(tree, []).map((one) => one.opens)).toEqual([false, true]);
    const inside = levelOf(tree, [{ id: roots[1]!.id, key: '2' }]);
    expect(inside.map((one) => [one.key, one.label.name, one.opens])).toEqual([
      ['2', 'Animal', false],
      ['1', 'Cat', false],
      ['3', 'Dog', false],
    ]);
  });

  it('honours a digit given as hotkey', () => {
    const tree = plantTree(1, [node('a'), node('b', [], '1')]);
    expect(levelOf(tree, []).map((one) => one.key)).toEqual(['2', '1']);
  });
});

describe('finding by typing', () => {
  const labels = ['Billing', 'Customer/Billing', 'Customer/Refund', 'Résumé', 'Subscription', 'Outage'].map((path) => ({
    ...node(path.split('/').at(-1)!),
    path,
  }));
  const names = (typed: string) => findLabels(labels, typed).map((label) => label.path);

  it('takes all in order when nothing is typed', () => {
    expect(names('')[0]).toBe('Billing');
  });
  it('prefers names that start with it over those that hold it', () => {
    expect(names('bil')).toEqual(['Billing', 'Customer/Billing']);
    expect(names('su').slice(0, 2)).toEqual(['Subscription', 'Résumé']);
  });
  it('ignores case and accents', () => {
    expect(names('RESUME')).toEqual(['Résumé']);
  });
  it('understands initials along the path', () => {
    expect(names('crf')[0]).toBe('Customer/Refund');
  });
  it('finds nothing when the letters are not there in order', () => {
    expect(names('zq')).toEqual([]);
  });
  it('stays fast with 5,000 labels', () => {
    const many = Array.from({ length: 5000 }, (_, i) => ({
      ...labels[0]!,
      id: i,
      name: `label ${i}`,
      path: `group ${i % 50}/label ${i}`,
    }));
    const start = performance.now();
    expect(numbered(findLabels(many, 'lab 4999')).at(0)?.label.name).toBe('label 4999');
    expect(performance.now() - start).toBeLessThan(250);
  });
});
