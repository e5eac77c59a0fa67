/** The mark: a label with its hole. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden>
      <path
        d="M3.8 4h8.1c.5 0 1 .2 1.3.6l4.3 4.6c.5.5.5 1.2 0 1.7l-4.3 4.6c-.3.3-.8.5-1.3.5H3.8A1.3 1.3 0 0 1 2.5 14.7V5.3C2.5 4.6 3.1 4 3.8 4Z"
        stroke="currentColor"
        strokeWidth="1.8"
      />
      <circle cx="6.6" cy="10" r="1.4" fill="currentColor" />
    </svg>
  );
}
