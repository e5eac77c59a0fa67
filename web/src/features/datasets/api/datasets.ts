import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { Dataset } from '@/client/types';
import { keys, LIST_POLL_MS } from '@/lib/query-client';

export function useDatasets() {
  return useQuery({
    queryKey: keys.datasets,
    queryFn: async ({ signal }) => (await bodyOf<{ datasets: Dataset[] }>(api.GET('/api/v1/datasets', { signal }))).datasets,
    refetchInterval: LIST_POLL_MS,
  });
}

export function useDeleteDataset() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (datasetId: number) => api.DELETE('/api/v1/datasets/{dataset_id}', { params: { path: { dataset_id: datasetId } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.datasets }),
  });
}
