const FLASH_MS = 80;

/** Shows which button a digit pressed. Straight on the element, so that nothing is drawn again for it. */
export function flashKey(region: HTMLElement | null, digit: string): void {
  const button = region?.querySelector(`[data-key="${digit}"]`);
  if (button == null) return;
  button.setAttribute('data-flash', '');
  setTimeout(() => button.removeAttribute('data-flash'), FLASH_MS);
}
