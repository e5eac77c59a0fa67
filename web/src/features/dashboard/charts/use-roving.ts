import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';

/**
 * One tab stop for a whole chart; arrows move between its sections, Home and End jump.
 * `active` is the section under the pointer or focus, null when neither is there.
 */
export function useRoving(count: number, onOpen?: (index: number) => void) {
  const [active, setActive] = useState<number | null>(null);
  const [stop, setStop] = useState(0);
  const elements = useRef(new Map<number, Element>());

  const move = (to: number) => {
    const element = elements.current.get(to);
    if (element instanceof HTMLElement || element instanceof SVGElement) element.focus();
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const to = nextIndex(event.key, index, count);
    if (to !== null) {
      event.preventDefault();
      // The page's own arrow keys would move a list behind the chart.
      event.stopPropagation();
      move(to);
    } else if ((event.key === 'Enter' || event.key === ' ') && onOpen) {
      event.preventDefault();
      onOpen(index);
    }
  };

  const sectionProps = (index: number) => ({
    ref: (element: Element | null) => {
      if (element) elements.current.set(index, element);
      else elements.current.delete(index);
    },
    tabIndex: index === Math.min(stop, count - 1) ? 0 : -1,
    onFocus: () => {
      setStop(index);
      setActive(index);
    },
    onBlur: (_: FocusEvent) => setActive(null),
    onMouseEnter: () => setActive(index),
    onMouseLeave: () => setActive(null),
    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, index),
  });
  return { active, sectionProps };
}

/** Where a key leads; null for keys that are none of the chart's business. */
export function nextIndex(key: string, index: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowRight' || key === 'ArrowDown') return (index + 1) % count;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (index - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}
