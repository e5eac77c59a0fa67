import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Donut } from './Donut';

const sections = [
  { key: 'labeled', name: 'Labeled', count: 60 },
  { key: 'skipped', name: 'Skipped', count: 0 },
  { key: 'incomplete', name: 'Left', count: 40 },
];

function draw(onOpen = vi.fn()) {
  render(<Donut label="Items by state" sections={sections} total={100} centre={{ value: '60%', note: 'labeled' }} onOpen={onOpen} />);
  return onOpen;
}

it('names every section it draws with count and share, and draws no empty one', () => {
  draw();
  expect(screen.getAllByRole('link').map((section) => section.getAttribute('aria-label'))).toEqual([
    'Labeled: 60 of 100, 60%',
    'Left: 40 of 100, 40%',
  ]);
});

it('is one tab stop; arrows move round, the centre follows, Enter opens', () => {
  const onOpen = draw();
  const [first, second] = screen.getAllByRole('link') as [HTMLElement, HTMLElement];
  expect([first.tabIndex, second.tabIndex]).toEqual([0, -1]);
  first.focus();
  fireEvent.keyDown(first, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(second);
  expect(screen.getByText('Left, 40%')).toBeTruthy();
  fireEvent.keyDown(second, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(first);
  fireEvent.keyDown(first, { key: 'Enter' });
  expect(onOpen).toHaveBeenCalledWith(sections[0]);
});

it('is an empty ring when there is nothing', () => {
  render(<Donut label="Items by state" sections={[]} total={0} centre={{ value: '0%', note: 'labeled' }} />);
  expect(screen.queryByRole('img')).toBeNull();
  expect(screen.getByText('0%')).toBeTruthy();
});
