import { useWatchProject } from '@/lib/live-context';
import { Panel } from '@/ui/Panel';
import { useProgress } from './api/get-progress';
import { useProject } from './api/get-project';
import { ActivityCard } from './components/ActivityCard';
import classes from './components/dashboard.module.css';
import { FailedPanel } from './components/FailedPanel';
import { InitPanel } from './components/InitPanel';
import { LabelersCard } from './components/LabelersCard';
import { LabelsCard } from './components/LabelsCard';
import { LiveStamp } from './components/LiveStamp';
import { ProgressCard } from './components/ProgressCard';
import { QueueCard } from './components/QueueCard';
import { ImportLine } from './ImportReport';
import { isOpen } from './model';
import { useCalm } from './use-calm';

export function DashboardTab({ projectId }: { projectId: number }) {
  useWatchProject(projectId);
  const project = useProject(projectId).data;
  const query = useProgress(projectId);
  const progress = useCalm(query.data);
  const mayLabel = project !== undefined && isOpen(project) && project.operations.includes('label');
  return (
    <div className={classes.page}>
      {project?.state === 'initializing' && <InitPanel project={project} />}
      {project?.state === 'failed' && <FailedPanel project={project} />}
      <Panel query={{ ...query, data: progress ?? query.data }} what="the dashboard" rows={2} rowHeight={280} stale={false}>
        {(data) => (
          <>
            <div className={classes.topLine}>
              {project && project.state !== 'initializing' && <ImportLine projectId={projectId} />}
              <LiveStamp at={data.at} />
            </div>
            <div className={classes.cards}>
              <div className={classes.column}>
                <ProgressCard projectId={projectId} progress={data} />
                <LabelersCard projectId={projectId} progress={data} mayLabel={mayLabel} />
                <QueueCard progress={data} />
              </div>
              <div className={classes.column}>
                <LabelsCard projectId={projectId} progress={data} mayLabel={mayLabel} />
                <ActivityCard progress={data} />
              </div>
            </div>
          </>
        )}
      </Panel>
    </div>
  );
}
