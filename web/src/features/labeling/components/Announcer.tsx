import { memo, useEffect, useRef } from 'react';
import type { LabelTree } from '../model/label-tree';
import type { Decision } from '../model/session';
import { nameOf } from './DecisionsRail';

interface Props {
  last: Decision | undefined;
  /** Changes with every decision, so that the same label twice is spoken twice. */
  made: number;
  tree: LabelTree;
  hasNext: boolean;
}

/** At most one message a second, or fast labeling would be an endless stammer. */
const QUIET_MS = 1000;

export const Announcer = memo(function Announcer({ last, made, tree, hasNext }: Props) {
  const region = useRef<HTMLDivElement>(null);
  const spokenAt = useRef(0);
  const message =
    last === undefined || made === 0 ? '' : `${nameOf(last, tree)}, ${hasNext ? 'next item' : 'no more items'}`;
  useEffect(() => {
    if (message === '') return undefined;
    const wait = Math.max(0, spokenAt.current + QUIET_MS - Date.now());
    const timer = setTimeout(() => {
      spokenAt.current = Date.now();
      if (region.current !== null) region.current.textContent = message;
    }, wait);
    return () => clearTimeout(timer);
  }, [message, made]);
  return <div ref={region} className="ld-visually-hidden" aria-live="polite" data-testid="announcer" />;
});
