import { useEffect } from 'react';
import { useSignOut } from '@/features/session/api/session';
import { closeOutbox, unsentAnswers } from '@/features/labeling/outbox/current';
import { plural } from '@/lib/format';
import { toastError } from '@/lib/toast';
import { ConfirmDialog } from '@/ui/ConfirmDialog';

/** Mounted to sign out. Asks first while answers are on their way, because nobody else may send them. */
export function SignOut({ onClose }: { onClose: () => void }) {
  const signOut = useSignOut();
  const unsent = unsentAnswers();
  const leave = async () => {
    await signOut.mutateAsync();
    closeOutbox();
    // A full load drops every trace of the person from memory.
    window.location.assign('/signin');
  };
  useEffect(() => {
    if (unsent > 0 || !signOut.isIdle) return;
    leave().catch((error: unknown) => {
      toastError(error, 'Not signed out');
      onClose();
    });
    // Once, when it opens: the answer of the server decides the rest.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <ConfirmDialog opened={unsent > 0} title="Sign out" confirm="Sign out" onConfirm={leave} onClose={onClose}>
      {plural(unsent, 'answer is', 'answers are')} not saved yet. They stay in this browser and are sent when you sign in here again.
    </ConfirmDialog>
  );
}
