import { Button } from '@mantine/core';
import { shortcutProps } from '@/lib/shortcuts';
import { useShortcut } from '@/lib/use-shortcut';
import { Kbd } from '@/ui/Kbd';
import { Instructions } from './Instructions';
import classes from './instructions.module.css';

interface Props {
  name: string;
  markdown: string;
  link: string | null;
  onStart: () => void;
}

export function InstructionsFirst({ name, markdown, link, onStart }: Props) {
  useShortcut('label.submit', onStart);
  return (
    <section className={classes.first} aria-labelledby="instructions-title" data-testid="instructions-first">
      <p className={classes.project}>{name}</p>
      <h1 id="instructions-title" className={classes.title}>
        Before you start
      </h1>
      <Instructions markdown={markdown} link={link} />
      <div className={classes.start}>
        <Button onClick={onStart} {...shortcutProps('label.submit')} data-testid="start-labeling">
          Start labeling
        </Button>
        <span className={classes.hint}>
          or press <Kbd keys="Enter" />. You find this again under <Kbd keys="KeyI" />.
        </span>
      </div>
    </section>
  );
}
