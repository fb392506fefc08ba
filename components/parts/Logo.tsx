/** The sign of Grantkeeper: a keyhole in a ring that runs down, as an authorisation does. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 128 128" aria-hidden="true">
      <rect width="128" height="128" rx="30" fill="#155e75" />
      <circle cx="64" cy="64" r="42" fill="none" stroke="#ffffff" stroke-opacity="0.28" stroke-width="11" />
      <path
        d="M64 22a42 42 0 1 1-36.4 21"
        fill="none"
        stroke="#ffffff"
        stroke-width="11"
        stroke-linecap="round"
      />
      <path d="M64 46a13 13 0 0 1 6.6 24.2L74 86H54l3.400-15.800A13 13 0 0 1 64 46z" fill="#fbbf24" />
    </svg>
  );
}
