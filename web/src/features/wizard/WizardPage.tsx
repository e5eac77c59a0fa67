import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { useDraft } from './api/draft';
import { Wizard } from './components/Wizard';
import { EMPTY, fromDraft } from './model';

/**
 * One sitting at the wizard. The address gains `?draft=` with the first change; that must not reload the wizard,
 * while opening another draft must.
 */
export function WizardPage({ draftId }: { draftId: number | null }) {
  const [sitting, setSitting] = useState({ opened: draftId, made: null as number | null, n: 0 });
  const navigate = useNavigate();
  if (draftId !== sitting.opened && draftId !== sitting.made) setSitting({ opened: draftId, made: null, n: sitting.n + 1 });
  const draft = useDraft(sitting.opened);
  const onDraft = (made: number) => {
    setSitting((old) => ({ ...old, made }));
    void navigate({ to: '/projects/new', search: { draft: made }, replace: true, ignoreBlocker: true });
  };
  return (
    <>
      <PageHeader title="New project" />
      {sitting.opened === null ? (
        <Wizard key={sitting.n} initial={EMPTY} draftId={null} onDraft={onDraft} />
      ) : (
        <Panel query={draft} what="the draft" rows={4} rowHeight={56} stale={false}>
          {(data) => <Wizard key={sitting.n} initial={fromDraft(data.body)} draftId={data.id} onDraft={onDraft} />}
        </Panel>
      )}
    </>
  );
}
