import { ActionIcon, Popover, Stack, Switch } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { setPreferences, usePreferences } from '../preferences';
import classes from './desk.module.css';
import { TextSize } from './TextSize';

/** Habits of one labeler, remembered in this browser. */
export function DeskSettings() {
  const { askForEnter, showPace } = usePreferences();
  return (
    <Popover position="bottom-end" width={280} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.tool}
          size={32}
          aria-label="Labeling settings"
          title="Labeling settings"
        >
          <IconAdjustmentsHorizontal size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="Labeling settings">
        <Stack gap="sm">
          <div className={classes.sizeInSettings}>
            Text size <TextSize />
          </div>
          <Switch
            label="Ask for Enter"
            description="A label is chosen first, Enter submits it"
            checked={askForEnter}
            onChange={(event) => setPreferences({ askForEnter: event.currentTarget.checked })}
          />
          <Switch
            label="Show my pace"
            description="Decisions per hour in the footer"
            checked={showPace}
            onChange={(event) => setPreferences({ showPace: event.currentTarget.checked })}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
