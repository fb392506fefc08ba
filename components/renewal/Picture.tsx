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
  'SIGN-IN': [6, 24, 76, 24],
  REFRESH: [86, 24, 98, 24],
  SAVE: [188, 24, 144, 24],
  AKTIV: [126, 60, 72, 24],
  STATUS: [10, 138, 112, 22],
} as const;

/** A word that has this width whatever the reader's font is: it stays where its frame is drawn. */
function Fitted({ x, y, width, children }: { x: number; y: number; width: number; children: string }) {
  return (
    <text x={x} y={y} text-anchor="middle" textLength={width} lengthAdjust="spacingAndGlyphs">
      {children}
    </text>
  );
}

function Window({ id }: { id: keyof typeof WINDOWS }) {
  const { active, press } = WINDOWS[id];
  return (
    <>
      <rect class="area" x="0" y="0" width="338" height="18" />
      <text class="quiet" x="12" y="13">
        Plattform-Datensatz ändern
      </text>
      <Fitted x={44} y={40} width={60}>
        ANMELDEN
      </Fitted>
      <Fitted x={135} y={40} width={84}>
        AKTUALISIEREN
      </Fitted>
      <Fitted x={260} y={40} width={130}>
        SPEICHERN &amp; SCHLIESSEN
      </Fitted>
      <line class="line" x1="0" y1="52" x2="338" y2="52" />
      <text class="quiet" x="12" y="76">
        Nummer
      </text>
      <rect class="line" x="66" y="64" width="48" height="16" />
      <text x="73" y="76">
        1
      </text>
      <rect class="line" x="134" y="66" width="12" height="12" />
      {active && <path class="line" d="M136 72l3 4 5-8" stroke-width="2" />}
      <Fitted x={171} y={76} width={36}>
        AKTIV
      </Fitted>
      <path class="line" d="M0 116h196v-18h104v18h38" />
      <text class="quiet" x="12" y="111">
        Bereich
      </text>
      <text class="quiet" x="70" y="111">
        Einstellungen
      </text>
      <Fitted x={248} y={111} width={88}>
        ZUGANGSDATEN
      </Fitted>
      <text class="quiet" x="16" y="132">
        Status der Anmeldung
      </text>
      {id === 'buero-status' && (
        <Fitted x={66} y={153} width={96}>
          Authentifiziert
        </Fitted>
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
      <rect class="danger" x="72" y="66" width="244" height="26" rx="4" />
      <text class="on-danger" x="194" y="83" text-anchor="middle">
        {i18n.t('picture.redButtonName')}
      </text>
      <rect class="here" x="66" y="60" width="256" height="38" rx="7" />
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
