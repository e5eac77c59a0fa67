import { Popover } from '@mantine/core';
import { useState } from 'react';
import { COLORS } from '../labels';
import classes from './LabelsStep.module.css';

/** Twelve hues that keep their distance, and any other for those who need a certain one. */
export function ColorPicker({ name, color, onPick }: { name: string; color: string; onPick: (color: string) => void }) {
  const [opened, setOpened] = useState(false);
  const pick = (chosen: string) => {
    onPick(chosen);
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={classes.swatch} style={{ background: color }} aria-label={`Colour of ${name}`} onClick={() => setOpened((open) => !open)} />
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.swatches}>
          {COLORS.map((candidate, at) => (
            <button
              key={candidate}
              type="button"
              className={classes.swatch}
              style={{ background: candidate }}
              aria-label={`Colour ${at + 1}`}
              aria-pressed={candidate === color}
              onClick={() => pick(candidate)}
            />
          ))}
        </div>
        <label className={classes.own}>
          <input type="color" value={color} onChange={(event) => onPick(event.target.value)} />
          Another colour
        </label>
      </Popover.Dropdown>
    </Popover>
  );
}
