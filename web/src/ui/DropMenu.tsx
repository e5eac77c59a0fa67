import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import classes from './DropMenu.module.css';

/**
 * A small menu under a button of the top bar, on the browser's own popover: it closes on Escape and outside clicks
 * by itself and costs a tenth of the library's menu on every page. Children are DropMenuItems.
 */
export function DropMenu({ label, icon, head, children }: { label: string; icon: ReactNode; head?: ReactNode; children: ReactNode }) {
  const trigger = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  useEffect(() => {
    const element = menu.current;
    if (!element) return undefined;
    const onToggle = (event: Event) => {
      const opened = (event as ToggleEvent).newState === 'open';
      setOpen(opened);
      if (opened) items()[0]?.focus();
    };
    element.addEventListener('toggle', onToggle);
    return () => element.removeEventListener('toggle', onToggle);
  }, []);

  const toggle = () => {
    const box = trigger.current?.getBoundingClientRect();
    if (!menu.current || !box) return;
    menu.current.style.top = `${box.bottom + 4}px`;
    menu.current.style.right = `${document.documentElement.clientWidth - box.right}px`;
    menu.current.togglePopover();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Tab') menu.current?.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    all[(to + all.length) % all.length]?.focus();
  };
  return (
    <>
      <button ref={trigger} type="button" className={classes.trigger} aria-label={label} title={label} aria-haspopup="menu" aria-expanded={open} onClick={toggle}>
        {icon}
      </button>
      <div
        ref={menu}
        popover="auto"
        className={classes.menu}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          if ((event.target as Element).closest('[role^="menuitem"]')) menu.current?.hidePopover();
        }}
      >
        {head && <div className={classes.head}>{head}</div>}
        {/* A menu only while open: the keyboard registry goes silent beneath an open menu. */}
        <div role={open ? 'menu' : undefined} aria-label={label}>
          {children}
        </div>
      </div>
    </>
  );
}

export function DropMenuItem({ icon, checked, onClick, children }: { icon: ReactNode; checked?: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      role={checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={checked}
      tabIndex={-1}
      className={classes.item}
      onClick={onClick}
    >
      {icon}
      {children}
      {checked && (
        <span className={classes.check} aria-hidden>
          ✓
        </span>
      )}
    </button>
  );
}
