import { useCallback, useState } from 'react';
import type { LabelingView } from '@/client/types';
import { useInstructionsSeen } from '../api/instructions-seen';
import type { Outbox } from '../outbox/outbox';
import { useDesk } from '../use-desk';
import { LabelingDesk } from './LabelingDesk';
import { InstructionsFirst } from './InstructionsFirst';

/** On the first visit the instructions come before the first item; tasks are fetched meanwhile. */
export function DeskWithInstructions(props: { view: LabelingView; outbox: Outbox; labelerOnly: boolean }) {
  const { view, outbox, labelerOnly } = props;
  const desk = useDesk(view, outbox);
  const { mutate: markSeen } = useInstructionsSeen(view.project.id);
  const { markdown, link, version, seen_version: seenVersion } = view.instructions;
  const hasInstructions = markdown.trim() !== '' || link !== null;
  const [started, setStarted] = useState(!hasInstructions || seenVersion !== null);

  const changed = hasInstructions && version > (seenVersion ?? 0);
  const onInstructionsSeen = useCallback(() => {
    if (changed) markSeen(version);
  }, [changed, markSeen, version]);

  if (!started) {
    const begin = () => {
      markSeen(version);
      setStarted(true);
    };
    return <InstructionsFirst name={view.project.name} markdown={markdown} link={link} onStart={begin} />;
  }
  return (
    <LabelingDesk
      view={view}
      desk={desk}
      labelerOnly={labelerOnly}
      instructions={!hasInstructions ? 'none' : changed ? 'changed' : 'read'}
      onInstructionsSeen={onInstructionsSeen}
    />
  );
}
