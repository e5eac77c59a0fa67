import type { ComponentType } from 'react';
import type { TaskType } from '@/client/types';
import { MulticlassEditor } from './components/MulticlassEditor';
import { MultilabelEditor } from './components/MultilabelEditor';
import type { LabelTree } from './model/label-tree';
import type { Answer, Task } from './model/task';
import type { InputKind } from './outbox/entry';

/**
 * What a task type has of its own: how an item is drawn and how an answer is given. The page around
 * it (queue, undo, saving, history) is the same for all.
 */
export interface AnswerEditorProps {
  task: Task;
  tree: LabelTree;
  /** The answer to mark: drafted, or given earlier. */
  answer: Answer | null;
  disabled: boolean;
  /** The whole answer at once: nothing more belongs to it, so the page may go on by itself. */
  onAnswer: (answer: Answer, input: InputKind) => void;
  /** One step of an answer that is given in several; Enter submits it. */
  onEdit: (change: (before: Answer | null) => Answer) => void;
  /** False for a key pressed before the item was on screen. */
  wasSeen: (eventTime: number) => boolean;
}

export interface AnswerKind {
  Editor: ComponentType<AnswerEditorProps>;
  /** Answers are given in steps and always submitted with Enter. */
  inSteps: boolean;
}

export const editors: Partial<Record<TaskType, AnswerKind>> = {
  multiclass: { Editor: MulticlassEditor, inSteps: false },
  multilabel: { Editor: MultilabelEditor, inSteps: true },
};
