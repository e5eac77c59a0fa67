import { Link } from '@tanstack/react-router';
import type { Notification } from '@/client/types';
import { formatDateTime, formatRelative } from '@/lib/format';
import classes from './bell.module.css';
import { targetOf } from './model';

export function NotificationList({ notifications, onFollow }: { notifications: Notification[]; onFollow: () => void }) {
  return (
    <ul className={classes.list}>
      {notifications.map((entry) => (
        <li key={entry.id} className={classes.entry} data-unread={!entry.read || undefined} data-testid="notification">
          <span className={classes.dot} aria-hidden />
          <div className={classes.words}>
            <p className={classes.title}>
              {!entry.read && <span className="ld-visually-hidden">Unread: </span>}
              {entry.title}
            </p>
            {entry.body && <p className={classes.body}>{entry.body}</p>}
            <p className={classes.meta}>
              <time dateTime={entry.at} title={formatDateTime(entry.at)}>
                {formatRelative(entry.at)}
              </time>
              <Follow entry={entry} onFollow={onFollow} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Follow({ entry, onFollow }: { entry: Notification; onFollow: () => void }) {
  const target = targetOf(entry);
  if (!target) return null;
  if (target.kind === 'download')
    return (
      <a href={target.href} download onClick={onFollow}>
        Download
      </a>
    );
  return (
    <Link to={target.href} onClick={onFollow}>
      Open
    </Link>
  );
}
