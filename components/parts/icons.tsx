import type { JSX } from 'preact';

/** Pictures of our own, drawn in the colour of the text around them. All are decoration: the words say the same. */
function icon(path: JSX.Element): (props: { size?: number }) => JSX.Element {
  return ({ size = 18 }) => (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {path}
    </svg>
  );
}

export const CheckIcon = icon(<path d="M4 12.5l5 5L20 6.5" />);

export const WarningIcon = icon(
  <>
    <path d="M12 3.5L22 20.5H2z" />
    <path d="M12 10v4.5M12 17.4v.1" />
  </>,
);

export const LockIcon = icon(
  <>
    <rect x="5" y="10.5" width="14" height="10" rx="2" />
    <path d="M8 10.5V7.8a4 4 0 0 1 8 0v2.7" />
  </>,
);

export const QuestionIcon = icon(
  <>
    <circle cx="12" cy="12" r="9.5" />
    <path d="M9.3 9.2a2.8 2.8 0 1 1 4 2.8c-.9.5-1.3 1-1.3 2M12 17v.1" />
  </>,
);

export const CrossIcon = icon(
  <>
    <circle cx="12" cy="12" r="9.5" />
    <path d="M8.5 8.5l7 7M15.5 8.5l-7 7" />
  </>,
);

export const ClockIcon = icon(
  <>
    <circle cx="12" cy="12" r="9.5" />
    <path d="M12 6.5V12l3.5 2.5" />
  </>,
);

export const PersonIcon = icon(
  <>
    <circle cx="12" cy="8" r="4" />
    <path d="M4 21c.8-4.3 4-6.5 8-6.5s7.2 2.2 8 6.5" />
  </>,
);

export const FoldIcon = icon(<path d="M6 9.5l6 6 6-6" />);

export const PlusIcon = icon(<path d="M12 5v14M5 12h14" />);

export const LinkIcon = icon(
  <path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1" />,
);

/** Eight teeth on a wheel: rays on a circle would be the sun. */
export const GearIcon = icon(
  <>
    <circle cx="12" cy="12" r="3" />
    <path d="M10.3 2.8h3.4l.5 2.6 1.9.8 2.2-1.5 1 1-1.5 2.2.8 1.9 2.6.5v3.4l-2.6.5-.8 1.9 1.5 2.2-1 1-2.2-1.5-1.9.8-.5 2.6h-3.4l-.5-2.6-1.9-.8-2.2 1.5-1-1 1.5-2.2-.8-1.9-2.6-.5v-3.4l2.6-.5.8-1.9-1.5-2.2 1-1 2.2 1.5 1.9-.8z" />
  </>,
);

export const BackIcon = icon(<path d="M14.5 5l-7 7 7 7" />);

export const MoreIcon = icon(<path d="M5 12h.1M12 12h.1M19 12h.1" stroke-width="3.2" />);

export const ListIcon = icon(<path d="M8.5 6H21M8.5 12H21M8.5 18H21M3.5 6h.1M3.5 12h.1M3.5 18h.1" />);

export const BellIcon = icon(<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21.5h4" />);

export const PencilIcon = icon(<path d="M4 20l1-4.5L16.5 4a2.1 2.1 0 0 1 3 3L8 18.5z" />);

export const BellOffIcon = icon(<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21.5h4M3 3l18 18" />);

export const BinIcon = icon(<path d="M4 6.5h16M9.5 6.5V4h5v2.5M6 6.5L7 20.5h10l1-14M10 10.5v6M14 10.5v6" />);

export const ArchiveIcon = icon(<path d="M3.5 4h17v4.5h-17zM5 8.5V20h14V8.5M9.5 12h5" />);

export const UnarchiveIcon = icon(
  <path d="M3.5 4h17v4.5h-17zM5 8.5V20h14V8.5M12 18v-6M9.5 14l2.5-2.5 2.5 2.5" />,
);

export const TimelineIcon = icon(<path d="M3 5v16h18M7 16h6M10 11.5h8M7 7h7" />);

export const PulseIcon = icon(<path d="M2.5 12H7l3-7.5 4 15 3-7.5h4.5" />);

export const CalendarIcon = icon(
  <>
    <rect x="4" y="5.5" width="16" height="15" rx="2" />
    <path d="M4 10.5h16M8.5 3v4M15.5 3v4" />
  </>,
);
