import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { toasts, type Toast } from '@/lib/toast';
import classes from './Toasts.module.css';

/** The region stays mounted, so that screen readers know it before the first toast arrives. */
export function Toasts() {
  const list = useSyncExternalStore(toasts.subscribe, toasts.list);
  return (
    <div className={classes.region} role="region" aria-label="Messages" aria-live="polite">
      {list.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

/** Goes by itself, but not while it is pointed at or holds the focus. */
function ToastCard({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  const left = useRef(toast.autoClose);
  useEffect(() => {
    if (held || left.current === false) return undefined;
    const begun = Date.now();
    const timer = setTimeout(() => toasts.hide(toast.id), left.current);
    return () => {
      clearTimeout(timer);
      if (left.current !== false) left.current = Math.max(1500, left.current - (Date.now() - begun));
    };
  }, [held, toast.id]);
  return (
    <div
      className={classes.toast}
      data-color={toast.color}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className={classes.text}>
        {toast.title && <div className={classes.title}>{toast.title}</div>}
        <div className={classes.message}>{toast.message}</div>
      </div>
      <button type="button" className={classes.close} aria-label="Close message" onClick={() => toasts.hide(toast.id)}>
        <IconX size={16} aria-hidden />
      </button>
    </div>
  );
}
