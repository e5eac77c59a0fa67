import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { messageOf } from '@/lib/problem';
import { keys } from '@/lib/query-client';
import { createDataset, removeFile, sendFile } from './api/datasets';
import { nameFromFile } from './model';

export interface Upload {
  key: number;
  name: string;
  bytes: number;
  sent: number;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  error: string | null;
  fileId: number | null;
}

/**
 * Sends dropped files one after the other into one dataset, which the first file creates. Lives with the wizard,
 * not with its Data step, so that one can go on typing labels while a large file travels.
 */
export function useUpload(datasetId: number | null, onDataset: (datasetId: number, firstFile: string) => void) {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const target = useRef(datasetId);
  const queue = useRef<{ key: number; file: File }[]>([]);
  const working = useRef(false);
  const nextKey = useRef(1);
  const aborts = useRef(new Map<number, AbortController>());
  useEffect(() => {
    target.current = datasetId;
  }, [datasetId]);
  useEffect(() => {
    const running = aborts.current;
    return () => running.forEach((abort) => abort.abort());
  }, []);

  const patch = useCallback((key: number, change: Partial<Upload>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  }, []);

  const work = useCallback(async () => {
    if (working.current) return;
    working.current = true;
    for (let next = queue.current.shift(); next; next = queue.current.shift()) {
      const { key, file } = next;
      const abort = new AbortController();
      aborts.current.set(key, abort);
      try {
        const firstFile = target.current === null;
        if (firstFile) target.current = (await createDataset(nameFromFile(file.name))).id;
        const id = target.current as number;
        patch(key, { state: 'sending' });
        const stored = await sendFile(id, file, (sent) => patch(key, { sent }), abort.signal);
        patch(key, { state: 'done', sent: file.size, fileId: stored.id });
        onDataset(id, file.name);
      } catch (error) {
        patch(key, { state: 'failed', error: messageOf(error) });
      }
      aborts.current.delete(key);
      if (target.current !== null) await client.invalidateQueries({ queryKey: keys.dataset(target.current) });
    }
    working.current = false;
    void client.invalidateQueries({ queryKey: keys.datasets });
  }, [client, onDataset, patch]);

  const add = useCallback(
    (files: File[]) => {
      setProblem(null);
      const added = files.map((file) => ({ key: nextKey.current++, file }));
      queue.current.push(...added);
      setUploads((all) => [
        ...all,
        ...added.map(({ key, file }) => ({ key, name: file.name, bytes: file.size, sent: 0, state: 'waiting' as const, error: null, fileId: null })),
      ]);
      void work();
    },
    [work],
  );

  const remove = useCallback(
    async (upload: Upload) => {
      queue.current = queue.current.filter((waiting) => waiting.key !== upload.key);
      aborts.current.get(upload.key)?.abort();
      try {
        if (upload.fileId !== null && target.current !== null) await removeFile(target.current, upload.fileId);
        setUploads((all) => all.filter((other) => other.key !== upload.key));
      } catch (error) {
        setProblem(messageOf(error));
      }
      if (target.current !== null) void client.invalidateQueries({ queryKey: ['dataset', target.current] });
    },
    [client],
  );

  /** Another dataset was chosen: what was sent stays in its own dataset, the list here starts anew. */
  const clear = useCallback(() => setUploads([]), []);

  const busy = uploads.some((upload) => upload.state === 'waiting' || upload.state === 'sending');
  return { uploads, add, remove, clear, busy, problem };
}

export type Uploader = ReturnType<typeof useUpload>;
