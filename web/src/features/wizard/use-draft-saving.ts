import { useEffect, useRef, useState } from 'react';
import { messageOf } from '@/lib/problem';
import { saveDraft } from './api/draft';

const WAIT_MS = 700;

export interface DraftSaving {
  savedAt: number | null;
  error: string | null;
  /** Writes what is pending, stops saving, and answers with the draft's id; for the moment of creation. */
  finish: () => Promise<number | null>;
  /** Creation failed, so saving goes on. */
  resume: () => void;
}

/** Stores every change on the server. The draft is made by the first real change, never by looking around. */
export function useDraftSaving(draftId: number | null, body: string, untouched: boolean, onCreated: (draftId: number) => void): DraftSaving {
  const [saved, setSaved] = useState<{ at: number; body: string } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const id = useRef(draftId);
  const stored = useRef<string | null>(draftId === null ? null : body);
  const chain = useRef<Promise<void>>(Promise.resolve());
  const stopped = useRef(false);
  const latest = useRef({ body, untouched, onCreated });
  useEffect(() => {
    latest.current = { body, untouched, onCreated };
  });

  // One save after another, so that an older body can never land on a newer one, nor two drafts be made.
  const save = useRef(() => {
    chain.current = chain.current.then(async () => {
      const { body: newest, untouched: nothing, onCreated: created } = latest.current;
      if (stopped.current || newest === stored.current || (nothing && id.current === null)) return;
      try {
        const was = id.current;
        id.current = await saveDraft(was, JSON.parse(newest) as Record<string, unknown>);
        stored.current = newest;
        setSaved({ at: Date.now(), body: newest });
        setError(null);
        if (was === null) created(id.current);
      } catch (failure) {
        setError(messageOf(failure));
      }
    });
    return chain.current;
  });

  useEffect(() => {
    const timer = setTimeout(() => void save.current(), WAIT_MS);
    return () => clearTimeout(timer);
  }, [body]);
  useEffect(() => {
    const flush = save.current;
    const hide = (): void => void flush();
    // Closing the tab or leaving for another page: what was typed in the last moment goes out too.
    window.addEventListener('pagehide', hide);
    return () => {
      window.removeEventListener('pagehide', hide);
      void flush();
    };
  }, []);

  return {
    // Only what is on screen may be called saved.
    savedAt: saved?.body === body ? saved.at : null,
    error,
    finish: async () => {
      await chain.current;
      stopped.current = true;
      return id.current;
    },
    resume: () => {
      stopped.current = false;
    },
  };
}
