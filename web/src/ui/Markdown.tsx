import { lazy, Suspense } from 'react';
import { LoadingState } from './PanelStates';

const MarkdownText = lazy(() => import('./MarkdownText').then((m) => ({ default: m.MarkdownText })));

/** Draws Markdown safely; parser and sanitizer are loaded only by those who see some. */
export function Markdown({ source }: { source: string }) {
  return (
    <Suspense fallback={<LoadingState rows={4} rowHeight={20} label="Loading the text" />}>
      <MarkdownText source={source} />
    </Suspense>
  );
}
