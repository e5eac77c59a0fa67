import type { LabelSet } from '@/client/types';
import { plural } from '@/lib/format';
import { Panel } from '@/ui/Panel';
import { useLabels } from '../api/project';
import { flatLabels } from '../model';
import classes from './details.module.css';
import { Section } from './Section';

export function LabelsSection({ projectId }: { projectId: number }) {
  const query = useLabels(projectId);
  return (
    <Section title="Labels" note={query.data && `${plural(flatLabels(query.data.labels).length, 'label')}, version ${query.data.version}`}>
      <Panel query={query} what="the labels" rows={5} rowHeight={28}>
        {(set) => <LabelTable set={set} />}
      </Panel>
    </Section>
  );
}

function LabelTable({ set }: { set: LabelSet }) {
  return (
    <table className={classes.labels}>
      <thead>
        <tr>
          <th scope="col">Label</th>
          <th scope="col">Key</th>
          <th scope="col">Note for labelers</th>
        </tr>
      </thead>
      <tbody>
        {flatLabels(set.labels).map(({ label, depth }) => (
          <tr key={label.id} data-testid="label-row">
            <th scope="row" style={{ paddingInlineStart: depth * 20 }}>
              <span className={classes.swatch} style={{ background: label.color }} title={label.color} />
              <bdi title={label.path}>{label.name}</bdi>
            </th>
            <td>{label.hotkey && <kbd>{label.hotkey}</kbd>}</td>
            <td dir="auto">{label.description}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
