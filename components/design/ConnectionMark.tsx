import { colourOf, initialOf, type MarkColour, type Marked } from '@/utils/domain/account/mark.ts';

const COLOURS: Record<MarkColour, string> = {
  blue: 'var(--mark-blue)',
  turquoise: 'var(--mark-turquoise)',
  purple: 'var(--mark-purple)',
  pink: 'var(--mark-pink)',
  orange: 'var(--mark-orange)',
};

interface ConnectionMarkProps {
  connection: Marked;
  /** CSS px. */
  size?: number;
}

/** A connection's colour and initial. Decoration: its name always stands beside it. */
export function ConnectionMark({ connection, size = 32 }: ConnectionMarkProps) {
  return (
    <span
      class="connection-mark"
      style={{ '--mark': COLOURS[colourOf(connection)], '--mark-size': `${size}px` }}
      aria-hidden="true"
    >
      {initialOf(connection)}
    </span>
  );
}
