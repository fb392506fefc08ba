import { i18n } from '#i18n';
import type { PictureId } from '@/utils/domain/integrations/schema.ts';

/** What the window of a platform in büro+ is drawn with: where to press, and how the box AKTIV stands. */
const WINDOWS = {
  'buero-inactive': { active: false, press: ['AKTIV', 'SAVE'] },
  'buero-sign-in': { active: false, press: ['SIGN-IN'] },
  'buero-active': { active: true, press: ['AKTIV', 'SAVE'] },
  'buero-status': { active: true, press: ['REFRESH', 'STATUS'] },
} as const;

/** Where things stand in the sketch: x, y, width, height. */
const PLACES = {
  SAVE: [186, 26, 142, 20],
  'SIGN-IN': [10, 26, 72, 20],
  REFRESH: [86, 26, 96, 20],
  AKTIV: [128, 62, 62, 20],
  STATUS: [10, 138, 174, 22],
} as const;

function Window({ id }: { id: keyof typeof WINDOWS }) {
  const { active, press } = WINDOWS[id];
  return (
    <>
      <rect class="area" x="0" y="0" width="338" height="18" />
      <text class="quiet" x="10" y="13">
        Plattform-Datensatz ändern
      </text>
      <text x="46" y="40" text-anchor="middle">
        ANMELDEN
      </text>
      <text x="134" y="40" text-anchor="middle">
        AKTUALISIEREN
      </text>
      <text x="257" y="40" text-anchor="middle" textLength="134" lengthAdjust="spacingAndGlyphs">
        SPEICHERN &amp; SCHLIESSEN
      </text>
      <line class="line" x1="0" y1="52" x2="338" y2="52" />
      <text class="quiet" x="10" y="76">
        Nummer
      </text>
      <rect class="line" x="66" y="64" width="48" height="16" />
      <text x="73" y="76">
        1
      </text>
      <rect class="line" x="134" y="66" width="12" height="12" />
      {active && <path class="line" d="M136 72l3 4 5-8" stroke-width="2" />}
      <text x="152" y="76">
        AKTIV
      </text>
      <path class="line" d="M0 116h196v-18h104v18h38" />
      <text class="quiet" x="10" y="111">
        Bereich
      </text>
      <text class="quiet" x="70" y="111">
        Einstellungen
      </text>
      <text x="248" y="111" text-anchor="middle">
        ZUGANGSDATEN
      </text>
      <text class="quiet" x="16" y="132">
        Status der Anmeldung
      </text>
      {id === 'buero-status' && (
        <text x="16" y="153">
          Authentifiziert
        </text>
      )}
      {press.map((place) => {
        const [x, y, width, height] = PLACES[place];
        return <rect key={place} class="here" x={x} y={y} width={width} height={height} rx="5" />;
      })}
    </>
  );
}

function RedButton() {
  return (
    <>
      <rect class="area" x="0" y="0" width="338" height="18" />
      <text class="quiet" x="10" y="13">
        magnalister
      </text>
      <text class="quiet" x="10" y="46">
        Amazon
      </text>
      <rect class="line" x="100" y="32" width="216" height="20" rx="3" />
      <text class="quiet" x="10" y="80">
        Token
      </text>
      <rect class="danger" x="104" y="66" width="190" height="26" rx="4" />
      <text class="on-danger" x="199" y="83" text-anchor="middle">
        Request / Renew Token
      </text>
      <rect class="here" x="98" y="60" width="202" height="38" rx="7" />
    </>
  );
}

const WORDS = {
  'buero-inactive': 'picture.bueroInactive',
  'buero-sign-in': 'picture.bueroSignIn',
  'buero-active': 'picture.bueroActive',
  'buero-status': 'picture.bueroStatus',
  'red-button': 'picture.redButton',
} as const satisfies Record<PictureId, string>;

/** A sketch of our own of the place in the software, where words alone are hard to follow. */
export function Picture({ id }: { id: PictureId }) {
  return (
    <svg
      class="sketch"
      viewBox={id === 'red-button' ? '0 0 338 110' : '0 0 338 168'}
      role="img"
      aria-label={i18n.t(WORDS[id])}
    >
      {id === 'red-button' ? <RedButton /> : <Window id={id} />}
    </svg>
  );
}
