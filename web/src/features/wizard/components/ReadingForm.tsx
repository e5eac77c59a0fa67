import { Checkbox, Select } from '@mantine/core';
import type { Preview } from '@/client/types';
import type { WizardState } from '../model';
import classes from './DataStep.module.css';

const DELIMITERS = [
  { value: ',', label: 'Comma ,' },
  { value: ';', label: 'Semicolon ;' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Bar |' },
];

/** The server's guesses, open to correction; the preview below follows each change. */
export function ReadingForm({ preview, state, update }: { preview: Preview; state: WizardState; update: (change: Partial<WizardState>) => void }) {
  const { reading } = state;
  const set = (change: WizardState['reading']) => update({ reading: { ...reading, ...change } });
  const table = preview.kind === 'tabular';
  return (
    <div className={classes.row} role="group" aria-label="How the file is read">
      {table && (
        <Select
          size="xs"
          w={140}
          label="Columns end at"
          data={DELIMITERS}
          value={reading.delimiter ?? preview.delimiter}
          onChange={(delimiter) => delimiter && set({ delimiter })}
        />
      )}
      <Select
        size="xs"
        w={160}
        label="Encoding"
        data={preview.encodings}
        value={reading.encoding ?? preview.encoding}
        onChange={(encoding) => encoding && set({ encoding })}
      />
      {table && (
        <Checkbox
          size="xs"
          mb={6}
          label="First row holds the column names"
          checked={reading.header ?? preview.header ?? true}
          // Column names change with the header, so earlier choices no longer mean anything.
          onChange={(event) => update({ reading: { ...reading, header: event.currentTarget.checked }, textColumns: null, idColumn: null })}
        />
      )}
    </div>
  );
}
