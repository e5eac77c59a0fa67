import { Button, Group, Modal, PasswordInput, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { settleSignIn } from '@/client/session-expired';
import { useSignIn } from '@/features/session/api/session';
import { messageOf } from '@/lib/problem';

export function SignInAgain({ email }: { email: string }) {
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email, password }, { onSuccess: () => settleSignIn('signed_in') });
  };
  const leave = () => {
    settleSignIn('left');
    window.location.assign('/signin');
  };
  return (
    <Modal opened onClose={leave} withCloseButton={false} closeOnClickOutside={false} closeOnEscape={false} title="Sign in again">
      <form onSubmit={submit}>
        <Text mb="sm">Your session ended. Nothing on this page is lost: sign in and it goes on where it was.</Text>
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordInput
          label={`Password of ${email}`}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={signIn.error ? messageOf(signIn.error) : undefined}
          data-autofocus
          required
          withAsterisk={false}
        />
        <Group justify="flex-end" gap={8} mt="lg">
          <Button variant="default" onClick={leave}>
            Leave this page
          </Button>
          <Button type="submit" loading={signIn.isPending}>
            Sign in
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
