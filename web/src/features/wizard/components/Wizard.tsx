import { Button } from '@mantine/core';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ProjectIn } from '@/client/types';
import { formatClock, formatNumber } from '@/lib/format';
import { messageOf } from '@/lib/problem';
import { digitOf, shortcutProps } from '@/lib/shortcuts';
import { useShortcut } from '@/lib/use-shortcut';
import { KeyTip } from '@/ui/KeyTip';
import { useCreateProject } from '../api/create';
import { isUntouched, nextStep, STEPS, toDraft, toProjectIn, type StepId, type WizardState } from '../model';
import { useDraftSaving, type DraftSaving } from '../use-draft-saving';
import { useFileDrop } from '../use-file-drop';
import { useUpload } from '../use-upload';
import { useWizard } from '../use-wizard';
import { StepBody } from './StepBody';
import { Stepper } from './Stepper';
import { Summary } from './Summary';
import classes from './Wizard.module.css';

const NOTES: Partial<Record<StepId, string>> = {
  details: 'What is to be decided about each text?',
  data: 'The texts to label. They are read as they are and never changed.',
  labels: 'What labelers choose from.',
  instructions: 'What labelers should know. You can change this at any time.',
};

export function Wizard({ initial, draftId, onDraft }: { initial: WizardState; draftId: number | null; onDraft: (draftId: number) => void }) {
  const [step, setStep] = useState<StepId>('details');
  const [visited, setVisited] = useState<Set<StepId>>(new Set());
  const { state, update, onDataset, needs, refuse, dataset } = useWizard(initial);
  const uploader = useUpload(state.datasetId, onDataset);
  const saving = useDraftSaving(draftId, useMemo(() => JSON.stringify(toDraft(state)), [state]), isUntouched(state), onDraft);
  const { create, creating, failure } = useCreation(state, saving, refuse);
  const body = useRef<HTMLDivElement>(null);

  const go = (next: StepId) => {
    setVisited((old) => new Set(old).add(step));
    setStep(next);
  };
  const dropping = useFileDrop((files) => {
    uploader.add(files);
    go('data');
  });
  useEffect(() => {
    body.current?.querySelector<HTMLElement>('[data-step-focus]')?.focus();
  }, [step]);
  useShortcut('wizard.next', () => go(nextStep(step) ?? step), { inFields: true });
  useShortcut('wizard.step', (event) => go(STEPS[(digitOf(event) ?? 1) - 1]?.id ?? step), { inFields: true });
  useBlocker({ shouldBlockFn: () => uploader.busy && !window.confirm('A file is still being sent. Leave anyway?'), enableBeforeUnload: uploader.busy });

  const items = dataset.items === null ? '' : `, ${dataset.exact ? '' : 'about '}${formatNumber(dataset.items)} items`;
  return (
    <div className={classes.wizard}>
      <Stepper state={state} needs={needs} current={step} onStep={go} />
      <div className={classes.step} ref={body}>
        <h2 className={classes.stepTitle}>{STEPS.find(({ id }) => id === step)?.word}</h2>
        {NOTES[step] ? <p className={classes.stepNote}>{NOTES[step]}</p> : null}
        <StepBody step={step} state={state} update={update} needs={needs} visited={visited.has(step)} uploader={uploader} />
        <StepFooter step={step} saving={saving} onNext={go} />
      </div>
      <div className={classes.side}>
        <Summary
          state={state}
          data={dataset.name && `${dataset.name}${items}`}
          needs={needs}
          wait={uploader.busy ? 'Wait until the files are sent.' : null}
          creating={creating}
          failure={failure}
          onStep={go}
          onCreate={() => void create()}
        />
      </div>
      {dropping && <div className={classes.dropping}>Drop to add the files</div>}
    </div>
  );
}

function StepFooter({ step, saving, onNext }: { step: StepId; saving: DraftSaving; onNext: (step: StepId) => void }) {
  const next = nextStep(step);
  return (
    <div className={classes.footer}>
      {next && (
        <KeyTip id="wizard.next">
          <Button variant="default" onClick={() => onNext(next)} {...shortcutProps('wizard.next')}>
            Next: {STEPS.find(({ id }) => id === next)?.word}
          </Button>
        </KeyTip>
      )}
      <span className={classes.saved} data-bad={saving.error ? true : undefined} role="status">
        {saving.error ? `Draft not saved: ${saving.error}` : saving.savedAt ? `Draft saved ${formatClock(saving.savedAt)}` : ''}
      </span>
    </div>
  );
}

/** Stops the draft before creating, so that a late save cannot bring a finished draft back. */
function useCreation(state: WizardState, saving: DraftSaving, refuse: (error: unknown) => void) {
  const creation = useCreateProject();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const create = async () => {
    setBusy(true);
    try {
      const draftId = await saving.finish();
      const project = await creation.mutateAsync({ ...(toProjectIn(state) as ProjectIn), ...(draftId !== null ? { draft_id: draftId } : {}) });
      await navigate({ to: '/projects/$projectId/dashboard', params: { projectId: project.id }, ignoreBlocker: true });
    } catch (error) {
      saving.resume();
      refuse(error);
      setBusy(false);
    }
  };
  return { create, creating: busy, failure: creation.error ? messageOf(creation.error) : null };
}
