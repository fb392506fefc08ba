import { i18n } from '#i18n';

/** A piece of a puzzle, as both browsers draw the place where extensions are: 16 × 16. */
const PUZZLE =
  'M6 3.2a1.8 1.8 0 0 1 3.6 0V4H13v3.4h-.8a1.8 1.8 0 0 0 0 3.6h.8V14.5H9.6v-.8a1.8 1.8 0 0 0-3.6 0v.8H2.5V11h.8a1.8 1.8 0 0 0 0-3.6h-.8V4H6z';

/** A pin, as Chromium draws it. */
const PIN = 'M4.5 2h7M6 2v5L4 9.5h8L10 7V2M8 9.5V14.5';

/** A toothed wheel, as Firefox draws it. */
const WHEEL =
  'M8 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6l1.4 1.4M11 11l1.4 1.4M12.4 3.6L11 5M5 11l-1.4 1.4';

function Icon({ x, y, path }: { x: number; y: number; path: string }) {
  return <path class="sketch-line" transform={`translate(${x} ${y})`} d={path} />;
}

/** A sketch of a browser’s toolbar: the puzzle piece, and below it the list in which the button is pinned. */
export function PinPicture({ isFirefox }: { isFirefox: boolean }) {
  return (
    <svg
      class="pin-picture"
      viewBox="0 0 360 150"
      role="img"
      aria-label={i18n.t(isFirefox ? 'welcome.pinPictureFirefox' : 'welcome.pinPictureChromium')}
    >
      <rect class="sketch-area" width="360" height="40" />
      <rect class="sketch-card" x="12" y="8" width="230" height="24" rx="12" />
      <path class="sketch-quiet" d="M26 20h96" />
      <Icon x={286} y={12} path={PUZZLE} />
      <path class="sketch-quiet" d="M334 14v.1M334 20v.1M334 26v.1" />
      <rect class="sketch-here" x="279" y="5" width="30" height="30" rx="7" />
      <rect class="sketch-card" x="92" y="46" width="222" height="96" rx="8" />
      <path class="sketch-quiet" d="M108 64h84M108 122h60" />
      <rect x="108" y="80" width="22" height="22" rx="5" fill="#155e75" />
      <circle cx="119" cy="91" r="6.5" fill="none" stroke="#fff" stroke-width="2" />
      <text x="140" y="96" class="sketch-text">
        Grantkeeper
      </text>
      <Icon x={276} y={83} path={isFirefox ? WHEEL : PIN} />
      <rect class="sketch-here" x="269" y="76" width="30" height="30" rx="7" />
    </svg>
  );
}
