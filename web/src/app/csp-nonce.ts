import { setNonce } from 'get-nonce';

/** The nonce the server put into index.html; style elements made at run time must carry it. */
export function cspNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce || meta?.content || '';
}

/** Scroll locking in dialogs makes its own style element and asks this module for the nonce. */
export function installNonce(): void {
  const nonce = cspNonce();
  if (nonce) setNonce(nonce);
}
