import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Boundary } from '@/components/failure/Boundary.tsx';
import { Waiting } from '@/components/failure/Waiting.tsx';
import { useLive, useReread } from '@/components/hooks/live.ts';
import { Reread } from '@/components/hooks/ticks.ts';
import type { Overview } from '@/utils/flows/reading/views.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { Head } from './Head.tsx';
import { Home } from './Home.tsx';
import { isPressing, type Need, needsOf } from './needs/needs.ts';
import { SheetContent } from './SheetContent.tsx';
import { firstSheet, type OpenSheet } from './sheets.ts';

const readOverview = (): Promise<Overview> => sendMessage('overview');
const readSettings = () => sendMessage('settings');

/** A need as it stands now: one that has become another is shown again. */
const stateOf = ({ id, kind }: Need): string => `${kind} ${id}`;

/** Sheets upon each other, and the list below them; what needed the user and is dealt with goes by itself. */
function useSheets(needs: readonly Need[]) {
  const [sheets, setSheets] = useState<OpenSheet[]>([]);
  const there = sheets.filter((sheet) => sheet.kind !== 'need' || needs.some(({ id }) => id === sheet.id));
  return {
    sheet: there.at(-1),
    open: useCallback((sheet: OpenSheet) => setSheets((before) => [...before, sheet]), []),
    back: (): void => setSheets(there.slice(0, -1)),
    home: (): void => setSheets([]),
  };
}

/** What is new begins at its top, and is where keyboard and screen reader go on. */
function useTop(shown: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(shown);
  useLayoutEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    scrollTo(0, 0);
    const heading = main.current?.querySelector<HTMLElement>('.sheet h2, h2, h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  }, [shown]);
  return main;
}

/** The pop-up: what cannot wait, else the connections by urgency. */
export function Popup() {
  const [overview, reread] = useReread(readOverview, onChanged);
  const settings = useLive(readSettings, onChanged);
  const [opened, setOpened] = useState(false);
  /** What the user went back from to the list. */
  const [left, setLeft] = useState<string>();
  const needs = overview ? needsOf(overview) : [];
  const { sheet, open, back, home } = useSheets(needs);
  const first = needs.find(isPressing);
  const comesFirst = !sheet && first && stateOf(first) !== left ? first : undefined;
  const shown: OpenSheet | undefined = sheet ?? (comesFirst && { kind: 'need', id: comesFirst.id });
  const main = useTop(shown ? JSON.stringify([shown.kind, 'id' in shown && shown.id]) : '');

  useEffect(() => {
    if (!overview || opened) return;
    let isOld = false;
    // Where that cannot be read, the pop-up begins as it always does.
    const asked = firstSheet(overview).catch(() => undefined);
    void asked.then((asks) => {
      // The answer to a second question, which a change has brought about, must not close what the user has opened.
      if (isOld) return;
      if (asks) open(asks);
      setOpened(true);
    });
    return () => {
      isOld = true;
    };
  }, [overview, opened, open]);

  const goBack = (): void => {
    if (comesFirst) setLeft(stateOf(comesFirst));
    back();
  };
  return (
    <main class="popup" ref={main} aria-busy={!overview || !opened}>
      {!overview || !opened ? (
        <>
          <Head />
          <Waiting what={i18n.t('failure.ofPopup')} />
        </>
      ) : (
        <Reread.Provider value={reread}>
          {shown ? (
            <Boundary of="card" key={shown.kind}>
              <h1 class="visually-hidden">{i18n.t('popup.title')}</h1>
              <SheetContent
                sheet={shown}
                overview={overview}
                needs={needs}
                settings={settings}
                open={open}
                back={goBack}
                home={home}
              />
            </Boundary>
          ) : (
            <Home overview={overview} needs={needs} settings={settings} open={open} />
          )}
        </Reread.Provider>
      )}
    </main>
  );
}
