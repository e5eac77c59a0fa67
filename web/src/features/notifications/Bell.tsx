import { Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { Panel } from '@/ui/Panel';
import { useMarkRead, useNotifications } from './api/notifications';
import classes from './bell.module.css';
import { badgeText, newestId } from './model';
import { NotificationList } from './NotificationList';
import { useNews } from './use-news';

/** Counts what is unread, lists the last thirty days, and announces what happens while the page is open. */
export function Bell() {
  const query = useNotifications();
  const markRead = useMarkRead();
  const [opened, setOpened] = useState(false);
  const { notifications = [], unread = 0 } = query.data ?? {};
  useNews(query.data?.notifications);

  const readAll = () => {
    if (unread > 0) markRead.mutate(newestId(notifications));
  };
  // The dots stay while the list is open, so that one sees what is new; closing it counts as having read.
  const change = (open: boolean) => {
    setOpened(open);
    if (!open) readAll();
  };
  return (
    <Popover opened={opened} onChange={change} position="bottom-end" width={380} trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.bell}
          aria-label={unread > 0 ? `Notifications, ${unread} unread` : 'Notifications'}
          title="Notifications"
          aria-expanded={opened}
          onClick={() => change(!opened)}
          data-testid="bell"
        >
          <IconBell size={18} stroke={1.75} aria-hidden />
          {unread > 0 && (
            <span className={classes.badge} aria-hidden data-testid="bell-unread">
              {badgeText(unread)}
            </span>
          )}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label="Notifications">
        <div className={classes.head}>
          <h2>Notifications</h2>
          {unread > 0 && (
            <button type="button" className={classes.quiet} onClick={readAll}>
              Mark all as read
            </button>
          )}
        </div>
        <div className={classes.scroll}>
          <Panel
            query={query}
            what="the notifications"
            rows={3}
            isEmpty={(data) => data.notifications.length === 0}
            empty={<p className={classes.empty}>Nothing yet. Finished imports and exports are announced here.</p>}
          >
            {(data) => <NotificationList notifications={data.notifications} onFollow={() => change(false)} />}
          </Panel>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
