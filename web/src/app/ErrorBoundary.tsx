import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { messageOf } from '@/lib/problem';
import { EmptyState } from '@/ui/PanelStates';

/** The last net: a page that failed to draw says so and offers the way back in. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <PageFailed error={this.state.error} />;
  }
}

export function PageFailed({ error }: { error: unknown }) {
  // A failed chunk load usually means the server was updated while this tab was open.
  const outdated = error instanceof Error && /dynamically imported module|module script/i.test(error.message);
  return (
    <main>
      <EmptyState
        title={outdated ? 'Labeldesk was updated' : 'This page could not be shown'}
        sentence={
          outdated
            ? 'Load the page again to use the new version. Saved answers are safe.'
            : `Saved work is safe. The reason: ${messageOf(error)}`
        }
      >
        <Button onClick={() => window.location.reload()}>Load again</Button>
      </EmptyState>
    </main>
  );
}
