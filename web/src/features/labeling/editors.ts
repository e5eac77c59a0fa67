import type { ComponentType } from 'react';
import type { TaskType } from '@/client/types';
import { MulticlassEditor } from './components/MulticlassEditor';
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
  /** `complete`: nothing more belongs to this answer, so the page may go on by itself. */
  onAnswer: (answer: Answer, by: { input: InputKind; complete: boolean }) => void;
  /** False for a key pressed before the item was on screen. */
  wasSeen: (eventTime: number) => boolean;
}

export const editors: Partial<Record<TaskType, ComponentType<AnswerEditorProps>>> = {
  multiclass: MulticlassEditor,
};
