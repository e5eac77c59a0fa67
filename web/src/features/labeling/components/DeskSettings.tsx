import { ActionIcon } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useId } from 'react';
import { setPreferences, usePreferences } from '../preferences';
import classes from './desk.module.css';
import { TextSize } from './TextSize';

/** Habits of one labeler, remembered in this browser. The browser's own popover: no code, Esc and outside clicks close it. */
export function DeskSettings({ inSteps }: { inSteps: boolean }) {
  const { askForEnter, showPace } = usePreferences();
  const id = useId();
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={classes.tool}
        size={32}
        aria-label="Labeling settings"
        title="Labeling settings"
        popoverTarget={id}
      >
        <IconAdjustmentsHorizontal size={18} />
      </ActionIcon>
      <div id={id} popover="auto" className={classes.settings} role="group" aria-label="Labeling settings">
        <div className={classes.sizeInSettings}>
          Text size <TextSize />
        </div>
        {!inSteps && (
          <label className={classes.setting}>
            <input
              type="checkbox"
              checked={askForEnter}
              onChange={(event) => setPreferences({ askForEnter: event.currentTarget.checked })}
            />
            <span>
              Ask for Enter
              <small>A label is chosen first, Enter submits it.</small>
            </span>
          </label>
        )}
        <label className={classes.setting}>
          <input
            type="checkbox"
            checked={showPace}
            onChange={(event) => setPreferences({ showPace: event.currentTarget.checked })}
          />
          <span>
            Show my pace
            <small>Decisions per hour, in the footer.</small>
          </span>
        </label>
      </div>
    </>
  );
}
