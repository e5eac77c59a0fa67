import type { ReactNode } from 'react';
import { Logo } from '@/ui/Logo';
import { useDocumentTitle } from '@/ui/PageHeader';
import classes from './Entry.module.css';

/** The card of every page outside the frame: setup, sign-in, invitation. */
export function Entry({ title, note, children }: { title: string; note?: ReactNode; children?: ReactNode }) {
  useDocumentTitle(title);
  return (
    <main className={classes.page}>
      <div className={classes.brand}>
        <Logo size={24} />
        Labeldesk
      </div>
      <div className={classes.card}>
        <h1 className={classes.title}>{title}</h1>
        {note && <p className={classes.note}>{note}</p>}
        {children}
      </div>
    </main>
  );
}

export function EntryProblem({ children }: { children: ReactNode }) {
  return (
    <p className={classes.problem} role="alert">
      {children}
    </p>
  );
}
