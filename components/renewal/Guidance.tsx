import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { type Connection, isStrangeApp } from '@/utils/domain/account/connection.ts';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import { accountHint, isConsentRead, nameExpected, nameSeen } from '@/utils/domain/run/page/account-hint.ts';
import type { LedgerEntry } from '@/utils/domain/run/run.ts';
import { either, softwareName } from '@/utils/texts/names.ts';
import { errorText } from '@/utils/texts/run/errors.ts';
import { Action } from '../parts/Action.tsx';
import { CheckIcon, QuestionIcon, WarningIcon } from '../parts/icons.tsx';

interface Accompanied {
  run: LedgerEntry;
  /** Absent in private windows. */
  connection?: Connection;
}

type Tone = 'good' | 'unsure' | 'bad';

const ICONS = { good: CheckIcon, unsure: QuestionIcon, bad: WarningIcon };

/** One thing to know about the page: told apart by its picture and words, and by colour only besides. */
function Note({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  const Icon = ICONS[tone];
  return (
    <div class={`note ${tone}`}>
      <Icon size={18} />
      <div>{children}</div>
    </div>
  );
}

function Failure({ run }: Accompanied) {
  const { errorCode } = run.progress;
  if (!errorCode) return null;
  const { meaning, help } = errorText(run.marketplace, errorCode);
  return (
    <Note tone="bad">
      <strong>{i18n.t('overlay.errorHeading', [marketplaceById(run.marketplace).name])}</strong>
      <p>
        {meaning} {help}
      </p>
      <p>{i18n.t('overlay.errorCode', [errorCode])}</p>
    </Note>
  );
}

/**
 * Who is signed in against who is expected: said wherever the page or the cookies name somebody, and at a consent that
 * was read.
 */
function Account({ run, connection }: Accompanied) {
  const seen = nameSeen(run);
  const expected = nameExpected(run, connection);
  switch (accountHint(run, connection)) {
    case 'match':
      return <Note tone="good">{i18n.t('onPage.match', [seen ?? ''])}</Note>;
    case 'different':
      return (
        <Note tone="bad">
          <strong>{i18n.t('onPage.different', [seen ?? ''])}</strong>
          <p>{i18n.t('onPage.expected', [expected ?? ''])}</p>
        </Note>
      );
    case 'unknown':
      if (run.progress.switched) return <Note tone="bad">{i18n.t('onPage.switched')}</Note>;
      if (seen === undefined && !isConsentRead(run)) return null;
      return (
        <Note tone="unsure">
          <strong>{i18n.t('onPage.unsure')}</strong>
          <p>{seen === undefined ? i18n.t('onPage.notShown') : i18n.t('onPage.shown', [seen])}</p>
          {expected && <p>{i18n.t('onPage.expected', [expected])}</p>}
        </Note>
      );
  }
}

/** Beside the sign-in form: the name to sign in with, and what may bring another one. */
function SignIn({ run, connection, named }: Accompanied & { named: boolean }) {
  const { otherLogins } = marketplaceById(run.marketplace);
  const name = named ? connection?.signInName : undefined;
  return (
    <>
      {name && (
        <div class="sign-in-name">
          <span class="soft">{i18n.t('onPage.signInName')}</span>
          <Action onPress={() => navigator.clipboard.writeText(name).catch(() => undefined)}>
            {i18n.t('onPage.copy')}
          </Action>
          <strong>{name}</strong>
        </div>
      )}
      {run.progress.otherPrefilled ? (
        <Note tone="bad">{i18n.t('onPage.otherPrefilled')}</Note>
      ) : (
        <p class="soft">{i18n.t('onPage.prefilled')}</p>
      )}
      {otherLogins && <Note tone="unsure">{i18n.t('onPage.otherLogins', [either(otherLogins.names)])}</Note>}
    </>
  );
}

/** Whether the page at hand needs the person to look twice. */
export function warns({ run, connection }: Accompanied): boolean {
  const { errorCode, lostApp, otherPrefilled, switched } = run.progress;
  return (
    Boolean(errorCode || lostApp || otherPrefilled || switched) ||
    accountHint(run, connection) === 'different'
  );
}

/** Whether opening the consent's own address again can help. */
export function canReopen({ run }: Accompanied): boolean {
  return (
    run.phase === 'consenting' && !run.appstore && Boolean(run.progress.lostApp || run.progress.errorCode)
  );
}

/**
 * What is to know about the marketplace's page at hand: the overlay and the pop-up say the same.
 *
 * @param props.named With the name to sign in with; the pop-up's checklist has it already.
 */
export function Guidance({ view, named = false }: { view: Accompanied; named?: boolean }) {
  const { run, connection } = view;
  const { step, lostApp, errorCode, checks } = run.progress;
  const leg = run.legs.findLast(({ outcome }) => outcome === undefined);
  const strange = connection && leg && isStrangeApp(connection, leg.kind, leg.app);
  return (
    <div class="guidance">
      {lostApp ? <Note tone="bad">{i18n.t('overlay.lost')}</Note> : <Failure run={run} />}
      {strange && !errorCode && (
        <Note tone="unsure">{i18n.t('onPage.strangeApp', [connection.name, softwareName(connection)])}</Note>
      )}
      {!errorCode && !lostApp && <Account {...view} />}
      {step === 'sign-in' && checks && (
        <Note tone="unsure">{i18n.t('onPage.checks', [marketplaceById(run.marketplace).name])}</Note>
      )}
      {step === 'sign-in' && !checks && <SignIn {...view} named={named} />}
      {step === 'picker' && <p class="now">{i18n.t('overlay.pick')}</p>}
      {step === 'appstore-confirm' && <p class="now">{i18n.t('onPage.appstore')}</p>}
    </div>
  );
}
