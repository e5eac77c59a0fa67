import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { isApiError, messageOf } from '@/lib/problem';
import { CopyField } from '@/ui/CopyField';
import { useCreateToken } from '../api/tokens';
import classes from './Settings.module.css';

const EXPIRIES = [
  { value: '30', label: 'After 30 days' },
  { value: '90', label: 'After 90 days' },
  { value: '365', label: 'After a year' },
  { value: '', label: 'Never' },
];

export function TokenDialog({ onClose }: { onClose: () => void }) {
  const create = useCreateToken();
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  if (create.data) {
    return (
      <Modal opened onClose={onClose} title={`Token ${create.data.token.name}`} closeOnClickOutside={false}>
        <div className={classes.form}>
          <p className={classes.note}>Copy the secret now. It is shown only once and cannot be read back.</p>
          <CopyField value={create.data.secret} label="Secret" />
          <div className={classes.buttons}>
            <Button onClick={onClose}>Done</Button>
          </div>
        </div>
      </Modal>
    );
  }
  const beside = isApiError(create.error) ? create.error.problemFor('name') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name: name.trim(), ...(days ? { expires_in_days: Number(days) } : {}) });
  };
  return (
    <Modal opened onClose={onClose} title="New token">
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label="Name"
          description="What uses it, for example: nightly export"
          value={name}
          error={beside}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          withAsterisk={false}
          data-autofocus
        />
        <Select label="Expires" data={EXPIRIES} value={days} onChange={(value) => setDays(value ?? '')} />
        {create.error && !beside && (
          <p className={classes.error} role="alert">
            {messageOf(create.error)}
          </p>
        )}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isPending}>
            Make token
          </Button>
        </div>
      </form>
    </Modal>
  );
}
