import { Textarea, TextInput } from '@mantine/core';
import { useDeferredValue, type ReactNode } from 'react';
import { isApiError } from '@/lib/problem';
import { toastDone } from '@/lib/toast';
import { useChangeProject } from '../api/project';
import { linkProblem } from '../model';
import { useDraft } from '../use-draft';
import classes from './details.module.css';
import { useReportDirty, type Editing } from './editing';
import { SaveBar, Section } from './Section';

export function InstructionsSection({ project, mayManage, active, onDirty, renderMarkdown }: Editing & { renderMarkdown?: (source: string) => ReactNode }) {
  const { version, markdown, link } = project.instructions;
  const draft = useDraft({ markdown, link: link ?? '' });
  const change = useChangeProject(project.id);
  useReportDirty(draft.dirty, onDirty);
  const wrongLink = linkProblem(draft.value.link);
  const fieldProblem = (field: string) => (isApiError(change.error) ? change.error.problemFor(field) : undefined);
  const save = () =>
    change.mutate(
      { instructions: { markdown: draft.value.markdown, link: draft.value.link.trim() || null } },
      { onSuccess: () => toastDone('Instructions saved. Labelers see that they changed.') },
    );
  return (
    <Section title="Instructions" note={`Version ${version}. Saving makes version ${version + 1}; labelers are told that something changed.`}>
      <div className={classes.editor}>
        <Textarea
          label="Text in Markdown"
          autosize
          minRows={14}
          maxRows={28}
          value={draft.value.markdown}
          readOnly={!mayManage}
          error={fieldProblem('instructions.markdown')}
          onChange={(event) => draft.set({ ...draft.value, markdown: event.currentTarget.value })}
          classNames={{ input: classes.mono }}
          dir="auto"
        />
        {renderMarkdown && <Preview source={draft.value.markdown} render={renderMarkdown} />}
      </div>
      <TextInput
        label="Link to more"
        description="Opens in a new tab; shown above the text."
        placeholder="https://"
        value={draft.value.link}
        readOnly={!mayManage}
        error={wrongLink ?? fieldProblem('instructions.link')}
        onChange={(event) => draft.set({ ...draft.value, link: event.currentTarget.value })}
        className={classes.narrow}
      />
      {mayManage && (
        <SaveBar
          active={active}
          dirty={draft.dirty}
          overtaken={draft.overtaken}
          saving={change.isPending}
          error={change.error}
          blocked={wrongLink ? 'The link is not complete' : null}
          onReset={draft.reset}
          onKeep={draft.keep}
          onSave={save}
        />
      )}
    </Section>
  );
}

/** Deferred, so that typing into long instructions stays quick. */
function Preview({ source, render }: { source: string; render: (source: string) => ReactNode }) {
  const shown = useDeferredValue(source);
  return (
    <div className={classes.preview}>
      <p className={classes.previewTitle}>As labelers see it</p>
      <div className={classes.previewBody} tabIndex={0} role="group" aria-label="Preview of the instructions">
        {shown.trim() ? render(shown) : <span className={classes.dim}>Nothing written yet.</span>}
      </div>
    </div>
  );
}
