import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { EmptyState } from '@/ui/PanelStates';
import { Table } from '@/ui/Table';
import { useJobs } from './api/jobs';
import { JobRow } from './components/JobRow';

export function JobsPage() {
  const jobs = useJobs();
  return (
    <>
      <PageHeader title="Jobs" note="Imports, exports and other work in the background. You may leave this page; jobs go on." />
      <Panel query={jobs} what="jobs" rows={4} rowHeight={48} isEmpty={(list) => list.length === 0} empty={<EmptyState sentence="Nothing has run yet. Imports and exports appear here." />}>
        {(list) => (
          <Table
            label="Jobs"
            head={
              <>
                <th scope="col">Job</th>
                <th scope="col">State</th>
                <th scope="col">Progress</th>
                <th scope="col">Started</th>
                <th scope="col">
                  <span className="ld-visually-hidden">Actions</span>
                </th>
              </>
            }
          >
            {list.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </Table>
        )}
      </Panel>
    </>
  );
}
