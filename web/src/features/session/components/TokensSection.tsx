import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Token } from '@/client/types';
import { formatDate, formatDateTime, formatRelative } from '@/lib/format';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { Panel } from '@/ui/Panel';
import { EmptyState } from '@/ui/PanelStates';
import { Table } from '@/ui/Table';
import { useRevokeToken, useTokens } from '../api/tokens';
import classes from './Settings.module.css';
import { TokenDialog } from './TokenDialog';

export function TokensSection() {
  const tokens = useTokens();
  const [making, setMaking] = useState(false);
  return (
    <section className={classes.section} aria-labelledby="tokens">
      <div className={classes.head}>
        <div>
          <h2 id="tokens" className={classes.title}>
            API tokens
          </h2>
          <p className={classes.note}>For scripts and the command line. A token acts as you.</p>
        </div>
        <Button variant="default" onClick={() => setMaking(true)}>
          New token
        </Button>
      </div>
      <Panel query={tokens} what="tokens" rows={2} stale={false} isEmpty={(list) => list.length === 0} empty={<EmptyState sentence="No tokens." />}>
        {(list) => (
          <Table
            label="API tokens"
            head={
              <>
                <th scope="col">Name</th>
                <th scope="col">Made</th>
                <th scope="col">Last used</th>
                <th scope="col">Expires</th>
                <th scope="col">
                  <span className="ld-visually-hidden">Actions</span>
                </th>
              </>
            }
          >
            {list.map((token) => (
              <TokenRow key={token.id} token={token} />
            ))}
          </Table>
        )}
      </Panel>
      {making && <TokenDialog onClose={() => setMaking(false)} />}
    </section>
  );
}

function TokenRow({ token }: { token: Token }) {
  const [asking, setAsking] = useState(false);
  const revoke = useRevokeToken();
  return (
    <tr>
      <td>{token.name}</td>
      <td title={formatDateTime(token.created_at)}>{formatRelative(token.created_at)}</td>
      <td>{token.last_used_at ? formatRelative(token.last_used_at) : 'Never'}</td>
      <td>{token.expires_at ? formatDate(token.expires_at) : 'Never'}</td>
      <td data-actions>
        <Button size="compact-sm" variant="subtle" color="gray" aria-label={`Revoke ${token.name}`} onClick={() => setAsking(true)}>
          Revoke
        </Button>
        <ConfirmDialog opened={asking} title={`Revoke ${token.name}`} confirm="Revoke" danger onClose={() => setAsking(false)} onConfirm={() => revoke.mutateAsync(token.id)}>
          Scripts that use this token stop working at once. You can make a new one.
        </ConfirmDialog>
      </td>
    </tr>
  );
}
