import { ActionIcon } from '@mantine/core';
import { IconKeyboard, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Bell } from '@/features/notifications/Bell';
import { shortcutProps } from '@/lib/shortcuts';
import { Kbd } from '@/ui/Kbd';
import { KeyTip } from '@/ui/KeyTip';
import { AccountMenu } from './AccountMenu';
import classes from './Frame.module.css';
import { LiveDot } from './LiveDot';
import { Logo } from '@/ui/Logo';
import { ThemeMenu } from './ThemeMenu';

export function TopBar({ onPalette, onHelp }: { onPalette: () => void; onHelp: () => void }) {
  return (
    <header className={classes.top}>
      <Link to="/" className={classes.brand} aria-label="Labeldesk, home">
        <Logo />
        <span className={classes.brandName}>Labeldesk</span>
      </Link>
      <button type="button" className={classes.switcher} onClick={onPalette} {...shortcutProps('palette')}>
        <IconSearch size={16} aria-hidden />
        <span className={classes.switcherText}>Go to project or page</span>
        <span className={classes.switcherKeys} aria-hidden>
          <Kbd keys="Ctrl+KeyK" />
        </span>
      </button>
      <span className={classes.grow} />
      <LiveDot />
      <Bell />
      <KeyTip id="help">
        <ActionIcon variant="subtle" color="gray" size={32} className={classes.icon} onClick={onHelp} aria-label="Keyboard shortcuts" {...shortcutProps('help')}>
          <IconKeyboard size={18} />
        </ActionIcon>
      </KeyTip>
      <ThemeMenu />
      <AccountMenu />
    </header>
  );
}
