import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from '@/ui/ConfirmDialog';

/** Asks before unsaved text is left behind, inside the app and when the tab is closed. */
export function UnsavedGuard({ dirty }: { dirty: boolean }) {
  const { status, proceed, reset } = useBlocker({
    // Another section of this page keeps its fields, so only leaving the page asks.
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: dirty,
    disabled: !dirty,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      opened={status === 'blocked'}
      title="Leave without saving?"
      confirm="Leave"
      danger
      onConfirm={() => proceed?.()}
      onClose={() => reset?.()}
    >
      What you typed on this page is not saved yet.
    </ConfirmDialog>
  );
}
