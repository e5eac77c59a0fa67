import { ActionIcon } from '@mantine/core';
import { IconHistory, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { Chip } from '@/ui/Chip';
import { setPreferences, usePreferences } from '../preferences';
import classes from './desk.module.css';
import { DeskSettings } from './DeskSettings';
import { InstructionsButton } from './InstructionsButton';
import { TextSize } from './TextSize';

interface Props {
  projectId: number;
  name: string;
  labelerOnly: boolean;
  /** Answers are always confirmed, so there is no such habit to choose. */
  inSteps: boolean;
  instructions: 'none' | 'read' | 'changed';
  onInstructions: () => void;
}

export const DeskHeader = memo(function DeskHeader(props: Props) {
  const { projectId, name, labelerOnly, inSteps, instructions, onInstructions } = props;
  const { railOpen } = usePreferences();
  return (
    <header className={classes.header}>
      <h1 className={classes.name}>
        <bdi>{name}</bdi>
      </h1>
      <span className={classes.kind}>
        <Chip tone="plain">Tasks manual</Chip>
      </span>
      <span className={classes.grow} />
      <div className={classes.textSize}>
        <TextSize />
      </div>
      {instructions !== 'none' && <InstructionsButton changed={instructions === 'changed'} onOpen={onInstructions} />}
      <ActionIcon
        variant={railOpen ? 'light' : 'subtle'}
        color="gray"
        className={classes.tool}
        size={32}
        aria-label="Last decisions"
        title="Last decisions"
        aria-pressed={railOpen}
        onClick={() => setPreferences({ railOpen: !railOpen })}
      >
        <IconHistory size={18} />
      </ActionIcon>
      <DeskSettings inSteps={inSteps} />
      <ActionIcon
        variant="subtle"
        color="gray"
        className={classes.tool}
        size={32}
        aria-label="Close"
        title="Close"
        data-testid="close-desk"
        renderRoot={(root) =>
          labelerOnly ? (
            <Link to="/" {...root} />
          ) : (
            <Link to="/projects/$projectId/dashboard" params={{ projectId }} {...root} />
          )
        }
      >
        <IconX size={18} />
      </ActionIcon>
    </header>
  );
});
