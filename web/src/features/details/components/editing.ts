import { useEffect } from 'react';
import type { ProjectDetail } from '@/client/types';

/** What every editable section is given. */
export interface Editing {
  project: ProjectDetail;
  mayManage: boolean;
  /** Whether the section is the one on screen; only that one answers Ctrl+S. */
  active: boolean;
  onDirty: (dirty: boolean) => void;
}

export function useReportDirty(dirty: boolean, onDirty: (dirty: boolean) => void): void {
  useEffect(() => onDirty(dirty));
  // eslint-disable-next-line react-hooks/exhaustive-deps -- only on leaving: nothing unsaved remains behind
  useEffect(() => () => onDirty(false), []);
}
