const FLASH_MS = 80;

/** Shows which button a key pressed. Straight on the element, so that nothing is drawn again for it. */
export function flashKey(region: HTMLElement | null, key: string): void {
  const button = region?.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (button == null) return;
  button.setAttribute('data-flash', '');
  setTimeout(() => button.removeAttribute('data-flash'), FLASH_MS);
}
