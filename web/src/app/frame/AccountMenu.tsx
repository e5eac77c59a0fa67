import { IconLogout, IconSettings, IconUserCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useUser } from '@/client/session';
import { useSignOut } from '@/features/session/api/session';
import { toastError } from '@/lib/toast';
import { DropMenu, DropMenuItem } from '@/ui/DropMenu';

export function AccountMenu() {
  const user = useUser();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const leave = () =>
    signOut.mutate(undefined, {
      // A full load drops every trace of the person from memory.
      onSuccess: () => window.location.assign('/signin'),
      onError: (error) => toastError(error, 'Not signed out'),
    });
  return (
    <DropMenu
      label={`Account of ${user.name}`}
      icon={<IconUserCircle size={20} aria-hidden />}
      head={
        <>
          {user.name}
          <br />
          {user.email}
        </>
      }
    >
      <DropMenuItem icon={<IconSettings size={16} aria-hidden />} onClick={() => void navigate({ to: '/settings' })}>
        Settings
      </DropMenuItem>
      <DropMenuItem icon={<IconLogout size={16} aria-hidden />} onClick={leave}>
        Sign out
      </DropMenuItem>
    </DropMenu>
  );
}
