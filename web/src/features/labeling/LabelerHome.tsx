import { useQuery } from '@tanstack/react-query';
import { IconChecks } from '@tabler/icons-react';
import { useUser } from '@/client/session';
import { useWatchProjects } from '@/lib/live-context';
import { EmptyState } from '@/ui/PanelStates';
import { Panel } from '@/ui/Panel';
import { labelingProjectsQuery } from './api/labeling-projects';
import { LabelingProjectRow } from './components/LabelingProjectRow';
import classes from './components/home.module.css';
import { useOutbox } from './use-desk';

/** All a pure labeler sees besides the labeling page: the projects that wait for them. */
export function LabelerHome() {
  const user = useUser();
  const projects = useQuery(labelingProjectsQuery);
  useWatchProjects(projects.data?.map((project) => project.id) ?? []);
  // Answers left unsent by an earlier visit go out from here, too.
  useOutbox(user.id);
  return (
    <div className={classes.home}>
      <h1 className={classes.title}>Your projects</h1>
      <Panel
        query={projects}
        what="your projects"
        rows={3}
        rowHeight={72}
        isEmpty={(list) => list.length === 0}
        empty={
          <EmptyState
            icon={<IconChecks size={32} />}
            title="No projects yet"
            sentence="As soon as someone adds you to a project, it appears here by itself."
          />
        }
      >
        {(list) => (
          <ul className={classes.list}>
            {list.map((project) => (
              <LabelingProjectRow key={project.id} project={project} />
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
}
