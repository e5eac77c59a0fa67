import { IconChecklist, IconDatabase, IconSettings, IconTags, IconUsers } from '@tabler/icons-react';

/** The pages of the left bar; the palette offers the same ones. */
export const PAGES = [
  { to: '/', word: 'Projects', Icon: IconTags },
  { to: '/datasets', word: 'Datasets', Icon: IconDatabase },
  { to: '/people', word: 'People', Icon: IconUsers },
  { to: '/jobs', word: 'Jobs', Icon: IconChecklist },
  { to: '/settings', word: 'Settings', Icon: IconSettings },
] as const;
