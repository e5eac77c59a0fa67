import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Draft, Project } from '@/client/types';
import { useMay, useUser } from '@/client/session';
import { plural } from '@/lib/format';
import { useWatchProjects } from '@/lib/live-context';
import { shortcutProps } from '@/lib/shortcuts';
import { useShortcut } from '@/lib/use-shortcut';
import { KeyTip } from '@/ui/KeyTip';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { EmptyState } from '@/ui/PanelStates';
import { useDrafts, useProjects } from './api/projects';
import { ProjectFilters } from './components/ProjectFilters';
import { ProjectTable } from './components/ProjectTable';
import { filterProjects, type ProjectFilter } from './model';

const route = getRouteApi('/frame/');

export function ProjectsPage() {
  const projects = useProjects();
  const drafts = useDrafts();
  useWatchProjects(projects.data?.map((project) => project.id) ?? []);
  const mayCreate = useMay('projects.create');
  const navigate = useNavigate();
  useShortcut('list.new', () => void navigate({ to: '/projects/new' }), { enabled: mayCreate });
  const empty = mayCreate ? <NoProjects /> : <EmptyState sentence="You have no projects yet. An owner can add you to one." />;
  return (
    <>
      <PageHeader title="Projects">{mayCreate && (projects.data?.length || drafts.data?.length) ? <AddProject /> : null}</PageHeader>
      <Panel query={projects} what="projects" rows={5} rowHeight={48} isEmpty={(list) => list.length === 0 && !drafts.data?.length} empty={empty}>
        {(list) => <ProjectList projects={list} drafts={drafts.data ?? []} />}
      </Panel>
    </>
  );
}

function AddProject() {
  return (
    <KeyTip id="list.new">
      <Button leftSection={<IconPlus size={16} />} renderRoot={(props) => <Link to="/projects/new" {...props} />} {...shortcutProps('list.new')}>
        Add project
      </Button>
    </KeyTip>
  );
}

function NoProjects() {
  return (
    <EmptyState title="No projects yet" sentence="A project is a set of texts, the labels for them, and the people who choose.">
      <AddProject />
      <Link to="/start">Try the sample</Link>
    </EmptyState>
  );
}

/** Keyboard: arrows move a row cursor, Enter opens, L labels. */
function ProjectList({ projects, drafts }: { projects: Project[]; drafts: Draft[] }) {
  const filter = route.useSearch();
  const navigate = useNavigate();
  const user = useUser();
  const [cursor, setCursor] = useState<number | null>(null);
  const shown = filterProjects(projects, filter, user.name);
  const at = cursor === null ? null : Math.min(cursor, shown.length - 1);
  const chosen = at === null ? undefined : shown[at];
  const setFilter = (next: ProjectFilter) => void navigate({ to: '/', search: next, replace: true });
  useShortcut('list.down', () => setCursor(at === null ? 0 : Math.min(at + 1, shown.length - 1)));
  useShortcut('list.up', () => setCursor(at === null ? 0 : Math.max(at - 1, 0)));
  useShortcut('list.open', () => chosen && void navigate({ to: '/projects/$projectId/dashboard', params: { projectId: chosen.id } }));
  useShortcut('list.label', () => {
    if (chosen?.operations.includes('label')) void navigate({ to: '/projects/$projectId/label', params: { projectId: chosen.id } });
  });
  const filtered = Boolean(filter.q || filter.status || filter.mine);
  return (
    <>
      <ProjectFilters filter={filter} onChange={setFilter} count={plural(shown.length, 'project')} />
      {shown.length === 0 && filtered ? (
        <EmptyState sentence="No project matches these filters.">
          <Button variant="default" onClick={() => setFilter({})}>
            Clear filters
          </Button>
        </EmptyState>
      ) : (
        <ProjectTable projects={shown} drafts={filtered ? [] : drafts} current={at} />
      )}
    </>
  );
}
