/** The bell of the top bar. */
export function Bell() {
  return null;
}
