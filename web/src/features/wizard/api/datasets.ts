import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { Dataset, DatasetFile, Preview } from '@/client/types';
import { uploadFile } from '@/client/upload';
import { ApiError } from '@/lib/problem';
import { keys } from '@/lib/query-client';
import type { Reading } from '../model';

export function useDatasets() {
  return useQuery({
    queryKey: keys.datasets,
    queryFn: async ({ signal }) => (await bodyOf<{ datasets: Dataset[] }>(api.GET('/api/v1/datasets', { signal }))).datasets,
  });
}

export function useDataset(datasetId: number | null) {
  return useQuery({
    queryKey: keys.dataset(datasetId ?? 0),
    queryFn: ({ signal }) => bodyOf<Dataset>(api.GET('/api/v1/datasets/{dataset_id}', { params: { path: { dataset_id: datasetId as number } }, signal })),
    enabled: datasetId !== null,
  });
}

/** The first rows as the server reads them, with the person's corrections of its guesses. */
export function usePreview(datasetId: number | null, reading: Reading, files: number) {
  return useQuery({
    queryKey: ['dataset', datasetId, 'preview', reading, files],
    queryFn: ({ signal }) =>
      bodyOf<Preview>(api.GET('/api/v1/datasets/{dataset_id}/preview', { params: { path: { dataset_id: datasetId as number }, query: reading }, signal })),
    enabled: datasetId !== null && files > 0,
    placeholderData: keepPreviousData,
  });
}

/** A dataset named after its first file. Names are unique, so a taken one gets a number. */
export async function createDataset(name: string): Promise<Dataset> {
  for (let n = 1; n <= 50; n += 1) {
    try {
      return await bodyOf<Dataset>(api.POST('/api/v1/datasets', { body: { name: n === 1 ? name : `${name} ${n}` } }));
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'name_taken') throw error;
    }
  }
  return bodyOf<Dataset>(api.POST('/api/v1/datasets', { body: { name: `${name} ${new Date().toISOString()}` } }));
}

export function sendFile(datasetId: number, file: File, onProgress: (sent: number) => void, signal: AbortSignal): Promise<DatasetFile> {
  const path = `/api/v1/datasets/${datasetId}/files?name=${encodeURIComponent(file.name)}`;
  return uploadFile<DatasetFile>(path, file, { onProgress, signal });
}

export function removeFile(datasetId: number, fileId: number) {
  return api.DELETE('/api/v1/datasets/{dataset_id}/files/{file_id}', { params: { path: { dataset_id: datasetId, file_id: fileId } } });
}
