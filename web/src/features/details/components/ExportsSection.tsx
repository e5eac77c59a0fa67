import type { ReactNode } from 'react';
import { CopyField } from '@/ui/CopyField';
import classes from './details.module.css';
import { Section } from './Section';

export function ExportsSection({ projectId, children }: { projectId: number; children: ReactNode }) {
  return (
    <Section title="Exports" note="Files written so far. Each is a frozen copy of the labels at its time.">
      <div className={classes.narrow}>
        <p className={classes.label}>Folder in the workspace’s storage</p>
        <CopyField value={`Labeling/export/csv/${projectId}/`} label="Folder of the exports" />
      </div>
      {children}
    </Section>
  );
}
