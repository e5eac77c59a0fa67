import { Button, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { Markdown } from '@/ui/Markdown';
import classes from './InstructionsStep.module.css';
import { problemFor, type StepProps } from './step';
import wizard from './Wizard.module.css';

/** The questions labelers ask first; each becomes a heading to write under. */
const PROMPTS = [
  { word: 'What each label means', text: '## What each label means\n- **label**: ' },
  { word: 'When two labels fit', text: '## When two labels fit\n' },
  { word: 'When no label fits', text: '## When no label fits\n' },
  { word: 'Examples', text: '## Examples\n> text\n\nLabel: ' },
  { word: 'Hard cases', text: '## Hard cases\nIrony, mixed languages, quoted text, empty text: ' },
  { word: 'When to skip', text: '## When to skip\n' },
];

export function InstructionsStep(props: StepProps) {
  const { state, update } = props;
  const editor = useRef<HTMLTextAreaElement>(null);
  const insert = (text: string) => {
    const before = state.markdown.trimEnd();
    update({ markdown: before ? `${before}\n\n${text}` : text });
    requestAnimationFrame(() => {
      editor.current?.focus();
      editor.current?.setSelectionRange(editor.current.value.length, editor.current.value.length);
    });
  };
  return (
    <div className={wizard.fields}>
      <div className={classes.prompts} role="group" aria-label="Insert a heading">
        {PROMPTS.map(({ word, text }) => (
          <Button key={word} size="compact-sm" variant="default" onClick={() => insert(text)}>
            {word}
          </Button>
        ))}
      </div>
      <div className={classes.panes}>
        <Textarea
          ref={editor}
          label="Instructions (Markdown)"
          value={state.markdown}
          error={problemFor('instructions.markdown', props)}
          onChange={(event) => update({ markdown: event.currentTarget.value })}
          autosize
          minRows={10}
          maxRows={24}
          data-step-focus
        />
        <div>
          <p className={classes.previewTitle}>What labelers see</p>
          <div className={classes.preview}>
            {state.markdown.trim() ? <Markdown source={state.markdown} /> : <p className={classes.none}>Nothing yet. Labelers begin without instructions.</p>}
          </div>
        </div>
      </div>
      <TextInput
        label="Link to longer instructions (optional)"
        type="url"
        placeholder="https://"
        value={state.link}
        error={problemFor('instructions.link', props)}
        onChange={(event) => update({ link: event.currentTarget.value })}
      />
    </div>
  );
}
