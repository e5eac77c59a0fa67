import { useLayoutEffect, useRef } from 'react';
import type { Task } from '../model/task';
import classes from './desk.module.css';
import { ItemText } from './ItemText';

/** The text of the item, scrollable by keyboard. */
export function TextRegion({ task }: { task: Task }) {
  const text = useRef<HTMLDivElement>(null);
  // The next item starts at its beginning. The region itself stays, so that focus in it is not lost.
  useLayoutEffect(() => {
    text.current?.scrollTo(0, 0);
    text.current?.parentElement?.scrollTo(0, 0);
    window.scrollTo(0, 0);
  }, [task.itemId]);
  return (
    <div className={classes.text} tabIndex={0} role="region" aria-label="Text to label" ref={text}>
      <ItemText itemId={task.itemId} fields={task.fields} />
    </div>
  );
}
