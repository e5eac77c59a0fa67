import { SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useUser } from '@/client/session';
import { PageHeader } from '@/ui/PageHeader';
import { KeyboardSection } from './components/KeyboardSection';
import classes from './components/Settings.module.css';
import { TokensSection } from './components/TokensSection';

export function SettingsPage() {
  const user = useUser();
  return (
    <>
      <PageHeader title="Settings" note={`${user.name}, ${user.email}`} />
      <Appearance />
      {!user.labeler_only && <TokensSection />}
      <KeyboardSection />
    </>
  );
}

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <section className={classes.section} aria-labelledby="appearance">
      <div className={classes.head}>
        <h2 id="appearance" className={classes.title}>
          Appearance
        </h2>
        <SegmentedControl
          size="sm"
          aria-label="Theme"
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
          transitionDuration={100}
          data={[
            { value: 'auto', label: 'Like the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
      </div>
    </section>
  );
}
