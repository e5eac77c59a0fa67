import type { StepId } from '../model';
import classes from './Wizard.module.css';

const WORDS: Partial<Record<StepId, string>> = {
  workforce: 'People of this workspace who may label can label this project. Invite more under People at any time.',
  quality: 'One answer per item: the first submitted answer becomes the final label.',
  assist: 'Off. Labelers see every text without suggestions.',
};

/** A step whose default is in force and cannot be changed here: it says so, without dead controls. */
export function DefaultStep({ step }: { step: StepId }) {
  return <p className={classes.stepNote}>{WORDS[step]}</p>;
}
