import { ActionIcon, Menu } from '@mantine/core';
import { IconLogout, IconSettings, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useUser } from '@/client/session';
import { useSignOut } from '@/features/session/api/session';
import { toastError } from '@/lib/toast';
import classes from './Frame.module.css';

export function AccountMenu() {
  const user = useUser();
  const signOut = useSignOut();
  const leave = () =>
    signOut.mutate(undefined, {
      // A full load drops every trace of the person from memory.
      onSuccess: () => window.location.assign('/signin'),
      onError: (error) => toastError(error, 'Not signed out'),
    });
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} className={classes.icon} aria-label={`Account of ${user.name}`}>
          <IconUserCircle size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name}
          <br />
          {user.email}
        </Menu.Label>
        <Menu.Item leftSection={<IconSettings size={16} />} renderRoot={(props) => <Link to="/settings" {...props} />}>
          Settings
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={leave}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
