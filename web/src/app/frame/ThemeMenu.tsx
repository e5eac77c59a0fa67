import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { DropMenu, DropMenuItem } from '@/ui/DropMenu';

const CHOICES: { value: MantineColorScheme; word: string; Icon: typeof IconSun }[] = [
  { value: 'auto', word: 'Like the system', Icon: IconDeviceDesktop },
  { value: 'light', word: 'Light', Icon: IconSun },
  { value: 'dark', word: 'Dark', Icon: IconMoon },
];

export function ThemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Current = CHOICES.find((choice) => choice.value === colorScheme)?.Icon ?? IconSun;
  return (
    <DropMenu label="Theme" icon={<Current size={18} aria-hidden />}>
      {CHOICES.map(({ value, word, Icon }) => (
        <DropMenuItem key={value} icon={<Icon size={16} aria-hidden />} checked={value === colorScheme} onClick={() => setColorScheme(value)}>
          {word}
        </DropMenuItem>
      ))}
    </DropMenu>
  );
}
