import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { isApiError, messageOf } from '@/lib/problem';
import { EntryProblem } from './Entry';
import classes from './Entry.module.css';

export interface AccountFields {
  name: string;
  email: string;
  password: string;
}

/** Name, e-mail, password: one form for the first owner and for everyone who is invited. */
export function AccountForm({
  submitWord,
  fixedEmail,
  busy,
  error,
  onSubmit,
}: {
  submitWord: string;
  fixedEmail?: string | null;
  busy: boolean;
  error: unknown;
  onSubmit: (fields: AccountFields) => void;
}) {
  const [fields, setFields] = useState<AccountFields>({ name: '', email: fixedEmail ?? '', password: '' });
  const set = (key: keyof AccountFields) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setFields((old) => ({ ...old, [key]: value }));
  };
  const beside = (field: string) => (isApiError(error) ? error.problemFor(field) : undefined);
  const elsewhere = error && !(beside('name') || beside('email') || beside('password'));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(fields);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {elsewhere ? <EntryProblem>{messageOf(error)}</EntryProblem> : null}
      <TextInput label="Your name" autoComplete="name" value={fields.name} onChange={set('name')} error={beside('name')} required withAsterisk={false} autoFocus />
      <TextInput
        label="E-mail"
        type="email"
        autoComplete="username"
        value={fields.email}
        onChange={set('email')}
        error={beside('email')}
        readOnly={Boolean(fixedEmail)}
        required
        withAsterisk={false}
      />
      <PasswordInput
        label="Password"
        description="A long phrase is fine. You can show it while typing."
        autoComplete="new-password"
        value={fields.password}
        onChange={set('password')}
        error={beside('password')}
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': 'Show password', tabIndex: 0 }}
      />
      <Button type="submit" loading={busy} fullWidth>
        {submitWord}
      </Button>
    </form>
  );
}
