import type { Role } from '@/client/types';

/** What each role may do, in words; shown where a role is chosen. */
export const ROLES: { role: Role; word: string; may: string }[] = [
  { role: 'labeler', word: 'Labeler', may: 'Labels and sees their own history. Cannot see the data, the dashboard or exports.' },
  { role: 'reviewer', word: 'Reviewer', may: 'Labels, sees the data and the dashboard, and settles disagreements.' },
  { role: 'lead', word: 'Lead', may: 'Everything a reviewer may, and pauses projects and exports labels.' },
  { role: 'contributor', word: 'Contributor', may: 'Creates and runs projects, datasets and exports. Cannot manage people.' },
  { role: 'owner', word: 'Owner', may: 'Everything, also people and tokens.' },
];

export function roleWord(role: string | null): string {
  return ROLES.find((candidate) => candidate.role === role)?.word ?? 'By project';
}
