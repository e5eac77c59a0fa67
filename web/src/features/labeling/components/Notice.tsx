import type { ReactNode } from 'react';
import classes from './notices.module.css';

interface Props {
  tone?: 'warn' | 'bad';
  testId?: string;
  children: ReactNode;
}

export function Notice({ tone, testId, children }: Props) {
  return (
    <div
      className={classes.notice}
      data-tone={tone}
      data-testid={testId}
      role={tone === undefined ? undefined : 'status'}
    >
      {children}
    </div>
  );
}
