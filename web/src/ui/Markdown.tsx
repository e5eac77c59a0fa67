import { lazy, Suspense } from 'react';

const MarkdownText = lazy(() => import('./MarkdownText').then((m) => ({ default: m.MarkdownText })));

/** Draws Markdown safely. Until the parser is here the source itself is shown, which reads nearly as well. */
export function Markdown({ source }: { source: string }) {
  return (
    <Suspense fallback={<div style={{ whiteSpace: 'pre-wrap' }}>{source}</div>}>
      <MarkdownText source={source} />
    </Suspense>
  );
}
