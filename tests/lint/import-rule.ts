/**
 * Who may import whom, as data. `npm run import-rule` writes the linter's block and the picture in ARCHITECTURE.md from
 * it; nothing else says it.
 */

/** What can be imported, and the specifiers by which the linter knows it. */
export const THINGS = {
  domain: ['**/domain/**'],
  flows: ['**/flows/**'],
  texts: ['**/texts/**'],
  schemas: ['**/messages/message.ts', '**/messages/protocol.ts', '**/messages/protocol/**'],
  messages: ['**/messages/**'],
  platform: ['**/platform/**'],
  db: ['**/db/**'],
  components: ['**/components/**'],
  entrypoints: ['**/entrypoints/**'],
  browser: ['webextension-polyfill', 'wxt/browser'],
  wxt: ['wxt/**'],
  dexie: ['dexie'],
  zod: ['zod', 'zod/**'],
  preact: ['preact', 'preact/**'],
  i18n: ['#i18n'],
} as const;
export type Thing = keyof typeof THINGS;

/** A floor: what it may know, and for everything else the sentence that says where that belongs. */
export interface Floor {
  name: string;
  /** Globs of its folders. */
  at: string[];
  knows: Thing[];
  refuses: [things: Thing[], says: string][];
  /** Files of what it is refused that it may have all the same. */
  but?: string[];
}

const ASK = 'Pages ask the background by message (utils/messages); it alone opens the database.';
const SHARED = 'What two entrypoints share belongs in components or utils.';
const BROWSER = "The browser's APIs are touched in utils/platform alone.";

export const FLOORS: Floor[] = [
  {
    name: 'domain',
    at: ['utils/domain'],
    knows: ['zod'],
    refuses: [
      [
        ['flows', 'texts', 'messages'],
        'The domain is pure and knows nobody above it; what does things belongs in utils/flows, what a user reads in utils/texts.',
      ],
      [
        ['platform', 'db', 'dexie', 'wxt', 'browser'],
        'The domain knows no browser and no storage; what touches them belongs in utils/platform or utils/db, behind a port of utils/flows/ports.',
      ],
      [
        ['preact', 'components', 'entrypoints', 'i18n'],
        'The domain draws nothing and says nothing; that belongs in components, entrypoints or utils/texts.',
      ],
    ],
  },
  {
    name: 'flows',
    at: ['utils/flows'],
    knows: ['domain', 'zod'],
    refuses: [
      [
        ['platform', 'db', 'dexie', 'wxt', 'browser'],
        'A flow reaches the browser and the database through its ports alone: add what it needs to utils/flows/ports and carry it out in utils/platform or utils/db.',
      ],
      [
        ['texts', 'i18n', 'preact', 'components', 'entrypoints'],
        'A flow says what happened as data; words belong in utils/texts, pictures in components.',
      ],
      [['messages'], 'Messages are wired in entrypoints/background; a flow is called with checked data.'],
    ],
  },
  {
    name: 'texts',
    at: ['utils/texts'],
    knows: ['domain', 'flows', 'i18n'],
    refuses: [
      [
        [
          'platform',
          'db',
          'dexie',
          'wxt',
          'browser',
          'zod',
          'messages',
          'preact',
          'components',
          'entrypoints',
        ],
        'utils/texts only turns data into words; data comes in as arguments.',
      ],
    ],
  },
  {
    name: 'platform',
    at: ['utils/platform'],
    knows: ['domain', 'flows', 'texts', 'browser', 'wxt', 'zod', 'i18n'],
    refuses: [
      [
        ['db', 'dexie'],
        'Browser and database do not know each other; they meet in entrypoints/background/ports.ts.',
      ],
      [
        ['preact', 'components', 'entrypoints', 'messages'],
        'utils/platform carries out ports; what draws or wires belongs in components or entrypoints.',
      ],
    ],
  },
  {
    name: 'db',
    at: ['utils/db'],
    knows: ['domain', 'flows', 'dexie', 'zod'],
    refuses: [
      [
        ['platform', 'texts', 'i18n', 'wxt', 'browser', 'messages', 'preact', 'components', 'entrypoints'],
        'The database knows the domain and its port alone; it meets the rest in entrypoints/background/ports.ts.',
      ],
    ],
  },
  {
    name: 'messages',
    at: ['utils/messages'],
    knows: ['domain', 'flows', 'texts', 'platform', 'zod'],
    refuses: [
      [
        ['db', 'dexie', 'wxt', 'browser', 'preact', 'components', 'entrypoints', 'i18n'],
        'utils/messages says what is sent and sends it; who answers stands in entrypoints/background, who shows it in entrypoints.',
      ],
    ],
  },
  {
    name: 'components',
    at: ['components'],
    knows: ['domain', 'texts', 'preact', 'i18n'],
    refuses: [
      [
        ['flows', 'platform', 'db', 'dexie', 'messages', 'wxt', 'browser', 'zod', 'entrypoints'],
        'A component shows what it is given and knows domain and texts alone; asking and telling belongs in the entrypoint that uses it.',
      ],
    ],
  },
  {
    name: 'pages',
    at: ['entrypoints/popup', 'entrypoints/guard', 'entrypoints/options', 'entrypoints/welcome'],
    knows: ['domain', 'flows', 'texts', 'messages', 'platform', 'components', 'wxt', 'preact', 'i18n'],
    refuses: [
      [['db', 'dexie'], ASK],
      [['browser'], BROWSER],
      [
        ['zod'],
        'A schema stands with what it describes, in utils/domain; a page uses what that file offers.',
      ],
      [['entrypoints'], SHARED],
    ],
  },
  {
    name: 'help',
    at: ['entrypoints/help'],
    // It shows the surfaces themselves.
    but: [
      '**/guard/Question.tsx',
      '**/guard/choose/Choose.tsx',
      '**/guard/guard.css',
      '**/card/Card.tsx',
      '**/card/styles.ts',
    ],
    knows: ['domain', 'flows', 'texts', 'components', 'preact', 'i18n'],
    refuses: [
      [
        ['messages', 'platform', 'db', 'dexie', 'wxt', 'browser', 'zod'],
        'The help shows made-up data alone: it asks the background nothing, tells it nothing and touches no browser.',
      ],
      [['entrypoints'], SHARED],
    ],
  },
  {
    name: 'content script',
    at: ['entrypoints/consent.content'],
    but: ['**/platform/browser.ts', '**/card/handover.ts'],
    knows: ['domain', 'flows', 'messages', 'wxt', 'i18n'],
    refuses: [
      [
        ['platform', 'db', 'dexie', 'zod', 'browser', 'schemas', 'texts', 'components', 'preact'],
        'This script runs in every consent page: it must stay small. What draws belongs in entrypoints/card, which comes when a run is on.',
      ],
      [['entrypoints'], SHARED],
    ],
  },
  {
    name: 'card',
    at: ['entrypoints/card'],
    knows: ['domain', 'flows', 'texts', 'messages', 'components', 'wxt', 'preact', 'i18n'],
    refuses: [
      [
        ['platform', 'db', 'dexie', 'zod', 'browser', 'schemas'],
        'The card stands in pages of the marketplaces: it takes in neither platform, schemas nor database.',
      ],
      [['entrypoints'], SHARED],
    ],
  },
  {
    name: 'background',
    at: ['entrypoints/background'],
    knows: ['domain', 'flows', 'messages', 'platform', 'db', 'wxt', 'zod'],
    refuses: [
      [['browser'], BROWSER],
      [
        ['texts', 'i18n', 'preact', 'components', 'dexie', 'entrypoints'],
        'The background wires what there is: words belong in utils/texts, pictures in components, the database in utils/db.',
      ],
    ],
  },
];

const NO_REQUESTS = 'Nothing leaves the browser through us: the extension makes no request of its own.';
const ONE_BROWSER = `${BROWSER} Import \`browser\` from utils/platform/browser.ts there; elsewhere put what you need behind a port (utils/flows/ports).`;

/** Globals that nobody may use. */
export const NO_GLOBALS = {
  fetch: NO_REQUESTS,
  XMLHttpRequest: NO_REQUESTS,
  WebSocket: NO_REQUESTS,
  EventSource: NO_REQUESTS,
  WebTransport: NO_REQUESTS,
  browser: ONE_BROWSER,
  chrome: ONE_BROWSER,
};
