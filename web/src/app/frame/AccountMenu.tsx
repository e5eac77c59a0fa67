import { IconLogout, IconSettings, IconUserCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useUser } from '@/client/session';
import { DropMenu, DropMenuItem } from '@/ui/DropMenu';

const SignOut = lazy(() => import('./SignOut').then((m) => ({ default: m.SignOut })));

export function AccountMenu() {
  const user = useUser();
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState(false);
  return (
    <>
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
        <DropMenuItem icon={<IconLogout size={16} aria-hidden />} onClick={() => setLeaving(true)}>
          Sign out
        </DropMenuItem>
      </DropMenu>
      <Suspense fallback={null}>{leaving && <SignOut onClose={() => setLeaving(false)} />}</Suspense>
    </>
  );
}
