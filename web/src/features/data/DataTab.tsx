import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ItemState } from '@/client/types';
import { Panel } from '@/ui/Panel';
import { useItems } from './api/get-items';
import { useProgress } from './api/get-progress';
import { Filters } from './components/Filters';
import { ItemBrowser } from './components/ItemBrowser';
import { NoItems } from './components/NoItems';
import { stateFrom } from './model';
import { useLiveItems } from './use-live-items';
import { useSteadyRows } from './use-steady-rows';
import classes from './components/data.module.css';

const route = getRouteApi('/frame/projects/$projectId/data');

/** How far a link to an item is followed before the reader is asked. */
const SEARCHED_PAGES = 20;

export function DataTab({ projectId }: { projectId: number }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const state = stateFrom(search.state);
  const query = useItems(projectId, state);
  const progress = useProgress(projectId).data;
  const { refetch, data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useLiveItems(projectId, refetch);

  const fresh = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  const steady = useSteadyRows(fresh, state ?? 'all');
  const setState = (next: ItemState | null) => void navigate({ search: next ? { state: next } : {} });
  const open = useCallback(
    (item: number | null) => void navigate({ search: (before) => ({ ...before, item: item ?? undefined }), replace: true, resetScroll: false }),
    [navigate],
  );
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  return (
    <div className={classes.tab}>
      <Filters state={state} progress={progress} changes={steady} onChange={setState} onRenew={steady.renew} />
      <Panel query={query} what="the items" rows={12} rowHeight={32}>
        {(pages) =>
          steady.rows.length === 0 ? (
            <NoItems state={state} projectId={projectId} onShowAll={() => setState(null)} />
          ) : (
            <ItemBrowser
              rows={steady.rows}
              total={pages.pages[0]?.total ?? null}
              complete={!hasNextPage}
              loading={isFetchingNextPage}
              searching={hasNextPage && pages.pages.length < SEARCHED_PAGES}
              openId={search.item ?? null}
              onOpen={open}
              onLoadMore={loadMore}
            />
          )
        }
      </Panel>
    </div>
  );
}
