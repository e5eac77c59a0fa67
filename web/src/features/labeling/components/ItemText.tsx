import { memo } from 'react';
import type { Field } from '../model/task';
import classes from './item.module.css';

interface Props {
  itemId: number;
  fields: readonly Field[];
}

/** The text to be labeled, exactly as stored: spaces kept, each paragraph in its own direction. */
export const ItemText = memo(function ItemText({ itemId, fields }: Props) {
  const named = fields.length > 1;
  return (
    <div className={classes.item} data-testid="item-text" data-item-id={itemId}>
      {fields.map((field) => (
        <div key={field.name} className={classes.field}>
          {named && (
            <div className={classes.name} dir="auto">
              {field.name}
            </div>
          )}
          <FieldText value={field.value} />
        </div>
      ))}
    </div>
  );
});

function FieldText({ value }: { value: string }) {
  if (value === '') return <p className={classes.blank}>Empty</p>;
  return value.split(/\r\n|\r|\n/).map((line, i) => (
    <p key={i} dir="auto" className={classes.paragraph}>
      {line}
    </p>
  ));
}
