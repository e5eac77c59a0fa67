import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay } from '@/client/session';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { EmptyState } from '@/ui/PanelStates';
import { Table } from '@/ui/Table';
import { useDatasets } from './api/datasets';
import { DatasetRow } from './components/DatasetRow';

export function DatasetsPage() {
  const datasets = useDatasets();
  const mayWrite = useMay('datasets.write');
  const empty = (
    <EmptyState title="No datasets yet" sentence="A dataset is a named set of files. The wizard makes one when you drop files into a new project.">
      {mayWrite && <Button renderRoot={(props) => <Link to="/projects/new" {...props} />}>Add project</Button>}
    </EmptyState>
  );
  return (
    <>
      <PageHeader title="Datasets" note="The files that projects read their items from." />
      <Panel query={datasets} what="datasets" rows={4} rowHeight={48} isEmpty={(list) => list.length === 0} empty={empty}>
        {(list) => (
          <Table
            label="Datasets"
            head={
              <>
                <th scope="col">Name</th>
                <th scope="col">Kind</th>
                <th scope="col" data-number>
                  Files
                </th>
                <th scope="col" data-number>
                  Size
                </th>
                <th scope="col">Used by</th>
                <th scope="col">Added</th>
                <th scope="col">
                  <span className="ld-visually-hidden">Actions</span>
                </th>
              </>
            }
          >
            {list.map((dataset) => (
              <DatasetRow key={dataset.id} dataset={dataset} mayWrite={mayWrite} />
            ))}
          </Table>
        )}
      </Panel>
    </>
  );
}
