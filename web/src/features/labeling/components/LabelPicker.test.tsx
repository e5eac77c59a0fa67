import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handleKey } from '@/lib/shortcuts';
import { plantTree, type LabelNode } from '../model/label-tree';
import { LabelPicker } from './LabelPicker';

let id = 0;
function node(name: string, children: LabelNode[] = []): LabelNode {
  id += 1;
  return { id, name, path: name, color: '#123456', description: null, hotkey: null, parentId: null, children };
}
const children = [node('password'), node('address')].map((label) => ({ ...label, path: `account/${label.name}` }));
const tree = plantTree(1, [node('billing'), node('outage'), node('account', children)]);

const onPick = vi.fn();
const wasSeen = vi.fn(() => true);
const key = (code: string, init: KeyboardEventInit = {}) =>
  act(() => void window.dispatchEvent(new KeyboardEvent('keydown', { code, cancelable: true, ...init })));
const picked = () => onPick.mock.calls.map(([label, input]) => [(label as LabelNode).name, input as string]);
const view = (itemId = 1, disabled = false) => (
  <LabelPicker itemId={itemId} tree={tree} marked={new Set()} disabled={disabled} onPick={onPick} wasSeen={wasSeen} />
);

beforeAll(() => window.addEventListener('keydown', handleKey));
afterAll(() => window.removeEventListener('keydown', handleKey));
beforeEach(() => {
  vi.clearAllMocks();
  wasSeen.mockReturnValue(true);
});

describe('keys', () => {
  it('takes digits by their place on the keyboard, number pad included', () => {
    render(view());
    key('Digit1', { key: '&' });
    key('Numpad2', { key: '2' });
    expect(picked()).toEqual([
      ['billing', 'key'],
      ['outage', 'key'],
    ]);
  });

  it('never submits a held key, nor one pressed before the item was seen', () => {
    render(view());
    key('Digit1', { key: '1', repeat: true });
    wasSeen.mockReturnValue(false);
    key('Digit1', { key: '1' });
    expect(onPick).not.toHaveBeenCalled();
  });

  it('is quiet with a modifier, while disabled, and for digits without a label', () => {
    const { rerender } = render(view());
    key('Digit1', { key: '1', ctrlKey: true });
    key('Digit9', { key: '9' });
    rerender(view(1, true));
    key('Digit1', { key: '1' });
    expect(onPick).not.toHaveBeenCalled();
  });

  it('flashes the button of the key', () => {
    render(view());
    key('Digit2', { key: '2' });
    expect(screen.getByTestId('label-2').hasAttribute('data-flash')).toBe(true);
  });
});

describe('levels', () => {
  it('opens the children, and takes the parent on the same digit twice', () => {
    render(view());
    key('Digit3', { key: '3' });
    expect(onPick).not.toHaveBeenCalled();
    key('Digit1', { key: '1' });
    key('Digit3', { key: '3' });
    expect(picked()).toEqual([
      ['password', 'key'],
      ['account', 'key'],
    ]);
  });

  it('goes up with Escape, and starts at the top for the next item', () => {
    const { rerender } = render(view());
    key('Digit3', { key: '3' });
    key('Escape', { key: 'Escape' });
    expect(screen.getByText('billing')).toBeTruthy();
    key('Digit3', { key: '3' });
    rerender(view(2));
    expect(screen.getByText('billing')).toBeTruthy();
  });
});

describe('several labels', () => {
  it('begins at the top after each, so that the same keys always mean the same label', () => {
    const marked = new Set([children[0]!.id]);
    render(<LabelPicker several itemId={1} tree={tree} marked={marked} disabled={false} onPick={onPick} wasSeen={wasSeen} />);
    for (const digit of ['3', '1', '3', '2', '3', '3', '1']) key(`Digit${digit}`, { key: digit });
    expect(picked().map(([name]) => name)).toEqual(['password', 'address', 'account', 'billing']);
  });
});

describe('finding by typing', () => {
  it('numbers what it finds; Enter takes the first, Escape leaves', () => {
    render(view());
    key('Slash', { key: '/' });
    const field = screen.getByTestId<HTMLInputElement>('label-search');
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: 'acc' } });
    fireEvent.keyDown(field, { key: '2', code: 'Digit2' });
    expect(picked()).toEqual([['address', 'key']]);
    key('Slash', { key: '/' });
    fireEvent.change(screen.getByTestId('label-search'), { target: { value: 'outg' } });
    fireEvent.keyDown(screen.getByTestId('label-search'), { key: 'Enter', code: 'Enter' });
    expect(picked().at(-1)).toEqual(['outage', 'key']);
    key('Slash', { key: '/' });
    fireEvent.keyDown(screen.getByTestId('label-search'), { key: 'Escape', code: 'Escape' });
    expect(screen.queryByTestId('label-search')).toBeNull();
  });
});

describe('pointer', () => {
  it('takes a click, and leaves the focus where it was', () => {
    render(view());
    const button = screen.getByTestId('label-1');
    expect(fireEvent.mouseDown(button)).toBe(false);
    fireEvent.click(button, { detail: 1 });
    expect(picked()).toEqual([['billing', 'pointer']]);
  });
});
