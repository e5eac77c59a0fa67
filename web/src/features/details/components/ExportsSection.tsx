import type { ReactNode } from 'react';
import { CopyField } from '@/ui/CopyField';
import classes from './details.module.css';
import { Section } from './Section';

const FOLDER = 'Labeling/export/csv/';

export function ExportsSection({ children }: { children: ReactNode }) {
  return (
    <Section title="Exports" note="Files written so far. Each is a frozen copy of the labels at its time.">
      <div className={classes.narrow}>
        <p className={classes.label}>Folder in the workspace’s storage</p>
        <CopyField value={FOLDER} label="Folder of the exports" />
      </div>
      {children}
    </Section>
  );
}
