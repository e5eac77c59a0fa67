import { Button } from '@mantine/core';
import { IconCircleCheck, IconCloudOff, IconHourglass, IconLock, IconPlayerPause } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { LabelingView } from '@/client/types';
import { plural } from '@/lib/format';
import { EmptyState } from '@/ui/PanelStates';
import type { Emptiness } from '../model/session';
import { pausedText } from './ItemNotices';

/** The states without an item: each says why, what is safe, and where to go. */

const EMPTY_TITLES: Record<string, string> = {
  all_done: 'All done',
  leased_by_others: 'The rest is with other labelers',
  answered_by_you: 'You have answered all that is open to you',
  no_items: 'No items yet',
};

export function EmptyQueue({ empty, onRetry }: { empty: Emptiness; onRetry: () => void }) {
  const done = empty.reason === 'all_done';
  const title = EMPTY_TITLES[empty.reason] ?? 'Nothing to label right now';
  return (
    <Shell id="empty-queue" reason={empty.reason}>
      <EmptyState
        icon={done ? <IconCircleCheck size={32} /> : <IconHourglass size={32} />}
        title={title}
        sentence={empty.message}
      >
        <HomeLink />
        {!done && (
          <Button variant="subtle" size="xs" onClick={onRetry}>
            Look again
          </Button>
        )}
      </EmptyState>
    </Shell>
  );
}

export function Initializing({ message }: { message: string }) {
  return (
    <Shell id="initializing">
      <EmptyState
        icon={<IconHourglass size={32} />}
        title="Items are being read"
        sentence={message || 'Labeling starts here by itself as soon as the first items are in.'}
      />
    </Shell>
  );
}

export function Paused({ view, waiting }: { view: LabelingView; waiting: number }) {
  return (
    <Shell id="paused">
      <EmptyState
        icon={<IconPlayerPause size={32} />}
        title="Labeling is paused"
        sentence={`${pausedText(view, waiting)} It goes on here by itself.`}
      >
        <HomeLink />
      </EmptyState>
    </Shell>
  );
}

export function Unreachable({ waiting, onRetry }: { waiting: number; onRetry: () => void }) {
  const kept =
    waiting === 0 ? 'Nothing is lost.' : `${plural(waiting, 'answer is', 'answers are')} kept in this browser.`;
  return (
    <Shell id="unreachable">
      <EmptyState
        icon={<IconCloudOff size={32} />}
        title="The server cannot be reached"
        sentence={`${kept} Labeling goes on by itself when it answers again.`}
      >
        <Button variant="default" onClick={onRetry}>
          Try now
        </Button>
      </EmptyState>
    </Shell>
  );
}

export function NoAccess() {
  return (
    <Shell id="no-access">
      <EmptyState
        icon={<IconLock size={32} />}
        title="No access"
        sentence="You cannot label this project, or it does not exist. Ask its owner to add you."
      >
        <HomeLink />
      </EmptyState>
    </Shell>
  );
}

export function NotLabelable({ state }: { state: 'failed' | 'deleted' }) {
  const why =
    state === 'failed' ? 'Its items could not be read. Its owner can see why and try again.' : 'It was deleted.';
  return (
    <Shell id="not-labelable">
      <EmptyState title="This project cannot be labeled" sentence={why}>
        <HomeLink />
      </EmptyState>
    </Shell>
  );
}

export function Unsupported() {
  return (
    <Shell id="unsupported">
      <EmptyState title="Not yet here" sentence="This version labels multi-class projects only.">
        <HomeLink />
      </EmptyState>
    </Shell>
  );
}

function Shell({ id, reason, children }: { id: string; reason?: string; children: ReactNode }) {
  return (
    <div data-testid={id} data-reason={reason} role="status">
      {children}
    </div>
  );
}

function HomeLink() {
  return <Button renderRoot={(props) => <Link to="/" {...props} />}>Go to projects</Button>;
}
