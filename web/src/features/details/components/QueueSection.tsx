import { TextInput } from '@mantine/core';
import { isApiError } from '@/lib/problem';
import { toastDone } from '@/lib/toast';
import { useChangeProject } from '../api/project';
import { checkNumber } from '../model';
import { useDraft } from '../use-draft';
import classes from './details.module.css';
import { useReportDirty, type Editing } from './editing';
import { SaveBar, Section } from './Section';

const MOST_ITEMS = 100;
const MOST_MINUTES = 24 * 60;

export function QueueSection({ project, mayManage, active, onDirty }: Editing) {
  const draft = useDraft({ pageSize: String(project.page_size), leaseMinutes: String(project.lease_minutes) });
  const change = useChangeProject(project.id);
  useReportDirty(draft.dirty, onDirty);
  const page = checkNumber(draft.value.pageSize, 1, MOST_ITEMS);
  const lease = checkNumber(draft.value.leaseMinutes, 1, MOST_MINUTES);
  const problemOf = (check: ReturnType<typeof checkNumber>, field: string) =>
    'problem' in check ? check.problem : isApiError(change.error) ? change.error.problemFor(field) : undefined;
  const save = () => {
    if ('problem' in page || 'problem' in lease) return;
    change.mutate({ page_size: page.value, lease_minutes: lease.value }, { onSuccess: () => toastDone('Queue settings saved') });
  };
  return (
    <Section title="Queue" note="Holds for tasks handed out from now on.">
      <div className={classes.numbers}>
        <TextInput
          label="Items per task"
          description="How many a labeler gets at once."
          inputMode="numeric"
          value={draft.value.pageSize}
          readOnly={!mayManage}
          error={problemOf(page, 'page_size')}
          onChange={(event) => draft.set({ ...draft.value, pageSize: event.currentTarget.value })}
        />
        <TextInput
          label="Lease in minutes"
          description="How long a silent labeler keeps an item."
          inputMode="numeric"
          value={draft.value.leaseMinutes}
          readOnly={!mayManage}
          error={problemOf(lease, 'lease_minutes')}
          onChange={(event) => draft.set({ ...draft.value, leaseMinutes: event.currentTarget.value })}
        />
      </div>
      {mayManage && (
        <SaveBar
          active={active}
          dirty={draft.dirty}
          overtaken={draft.overtaken}
          saving={change.isPending}
          error={change.error}
          blocked={'problem' in page || 'problem' in lease ? 'A number above is not possible' : null}
          onReset={draft.reset}
          onKeep={draft.keep}
          onSave={save}
        />
      )}
    </Section>
  );
}
