import { Textarea } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { toastDone } from '@/lib/toast';
import { useChangeProject } from '../api/project';
import { factsOf, type Fact } from '../model';
import { useDraft } from '../use-draft';
import classes from './details.module.css';
import { useReportDirty, type Editing } from './editing';
import { SaveBar, Section } from './Section';

export function OverviewSection({ project, mayManage, active, onDirty }: Editing) {
  const draft = useDraft({ description: project.description });
  const change = useChangeProject(project.id);
  useReportDirty(draft.dirty, onDirty);
  const facts = factsOf(project);
  return (
    <Section title="Overview">
      <Textarea
        label="Description"
        description="For the people of this workspace; labelers do not see it."
        autosize
        minRows={2}
        maxRows={8}
        value={draft.value.description}
        readOnly={!mayManage}
        onChange={(event) => draft.set({ description: event.currentTarget.value })}
        className={classes.narrow}
      />
      {mayManage && (
        <SaveBar
          active={active}
          dirty={draft.dirty}
          overtaken={draft.overtaken}
          saving={change.isPending}
          error={change.error}
          onReset={draft.reset}
          onKeep={draft.keep}
          onSave={() => change.mutate(draft.value, { onSuccess: () => toastDone('Description saved') })}
        />
      )}
      <h3 className={classes.subTitle}>Fixed since the project was created</h3>
      <Facts facts={facts.filter((fact) => fact.fixed !== null)} />
      <h3 className={classes.subTitle}>More</h3>
      <Facts facts={facts.filter((fact) => fact.fixed === null)} />
    </Section>
  );
}

function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map((fact) => (
        <div key={fact.name} className={classes.fact}>
          <dt>
            {fact.fixed !== null && <IconLock size={14} stroke={1.75} aria-label="Cannot be changed" role="img" />}
            {fact.name}
          </dt>
          <dd data-fixed={fact.fixed !== null || undefined}>
            <bdi>{fact.value}</bdi>
            {fact.fixed !== null && <span className={classes.dim}>{fact.fixed}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
