import { Button, TextInput } from '@mantine/core';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { plural } from '@/lib/format';
import { addNames, fold, parsePaste, type LabelNode } from '../labels';
import classes from './LabelsStep.module.css';

/** One line: type, Enter, next. Pasting several lines adds them all. */
export function LabelAdder({ labels, onChange, error }: { labels: LabelNode[]; onChange: (labels: LabelNode[]) => void; error?: string }) {
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const twin = text.trim() !== '' && labels.some((label) => fold(label.name) === fold(text));

  const add = (names: string[], repeatedInPaste = 0) => {
    const { nodes, repeated } = addNames(labels, names);
    onChange(nodes);
    const added = nodes.length - labels.length;
    const left = repeated.length + repeatedInPaste;
    setNote(`${plural(added, 'label')} added${left ? `, ${plural(left, 'repeat')} left out` : ''}.`);
  };
  const submit = () => {
    if (!text.trim() || twin) return;
    add([text.trim()]);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text');
    if (!/[\r\n]/.test(pasted.trim())) return;
    event.preventDefault();
    const { names, repeated } = parsePaste(pasted);
    add(names, repeated);
  };
  return (
    <div>
      <div className={classes.adder}>
        <TextInput
          label="Add a label"
          description="Type a name and press Enter, or paste a list with one label per line."
          placeholder={labels.length === 0 ? 'For example: billing' : 'Next label'}
          value={text}
          error={twin ? 'This label is already in the list.' : error}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          autoComplete="off"
          data-step-focus
        />
        <Button variant="default" onClick={submit} disabled={!text.trim() || twin}>
          Add
        </Button>
      </div>
      <p className={classes.note} role="status">
        {note}
      </p>
    </div>
  );
}
