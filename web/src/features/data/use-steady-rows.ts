import { useState } from 'react';
import type { Item } from '@/client/types';
import { keepSteady, NOTHING, type Steady } from './model';

/** The rows on screen, held still while the data behind them changes; `renew` takes over the new list. */
export function useSteadyRows(fresh: Item[] | undefined, resetKey: string): Steady & { renew: () => void } {
  const [seen, setSeen] = useState<{ fresh: Item[] | undefined; key: string }>({ fresh: undefined, key: resetKey });
  const [steady, setSteady] = useState<Steady>(NOTHING);
  // Adjusted while rendering, so that no frame shows the old rows of another filter.
  if (seen.fresh !== fresh || seen.key !== resetKey) {
    const known = seen.key === resetKey ? steady.rows : [];
    setSeen({ fresh, key: resetKey });
    setSteady(fresh ? keepSteady(known, fresh) : NOTHING);
  }
  return { ...steady, renew: () => setSteady(keepSteady([], fresh ?? [])) };
}
