import { useState } from 'react';
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
  const seen = useInstructionsSeen(view.project.id);
  const { markdown, link, version, seen_version: seenVersion } = view.instructions;
  const hasInstructions = markdown.trim() !== '' || link !== null;
  const [started, setStarted] = useState(!hasInstructions || seenVersion !== null);

  if (!started) {
    const begin = () => {
      seen.mutate(version);
      setStarted(true);
    };
    return <InstructionsFirst name={view.project.name} markdown={markdown} link={link} onStart={begin} />;
  }
  return (
    <LabelingDesk
      view={view}
      desk={desk}
      labelerOnly={labelerOnly}
      instructions={{ has: hasInstructions, changed: hasInstructions && version > (seenVersion ?? 0) }}
      onInstructionsSeen={() => {
        if (version > (seenVersion ?? 0)) seen.mutate(version);
      }}
    />
  );
}
