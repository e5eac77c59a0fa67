import { Button, PasswordInput, TextInput } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { isApiError, messageOf } from '@/lib/problem';
import { useSignIn } from './api/session';
import { Entry } from './components/Entry';
import classes from './components/Entry.module.css';

const route = getRouteApi('/signin');

export function SignInPage() {
  const { to } = route.useSearch();
  const { history } = useRouter();
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email, password }, { onSuccess: () => history.replace(to ?? '/') });
  };
  return (
    <Entry title="Sign in" note={to ? 'Then you get to the page you asked for.' : undefined}>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          required
          withAsterisk={false}
          autoFocus
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={signIn.error ? signInMessage(signIn.error) : undefined}
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': 'Show password', tabIndex: 0 }}
        />
        <Button type="submit" loading={signIn.isPending || signIn.isSuccess} fullWidth>
          Sign in
        </Button>
      </form>
    </Entry>
  );
}

function signInMessage(error: unknown): string {
  if (isApiError(error) && error.retryAfter) return `${error.detail} Try again in ${error.retryAfter} s.`;
  return messageOf(error);
}
