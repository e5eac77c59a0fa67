import { Fragment } from 'react';
import { capsOf } from '@/lib/shortcuts';
import classes from './Kbd.module.css';

/** Key caps of one chord or sequence, written as in the registry (`Ctrl+KeyK`, `KeyG KeyP`). */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={classes.keys}>
      {capsOf(keys).map((caps, step) => (
        <Fragment key={step}>
          {step > 0 && <span className={classes.then}>then</span>}
          {caps.map((cap) => (
            <kbd key={cap} className={classes.key}>
              {cap}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
