import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Waiting } from '@/components/failure/Waiting.tsx';
import { Field } from '@/components/form/Field.tsx';
import { useLive } from '@/components/hooks/live.ts';
import { Action } from '@/components/parts/Action.tsx';
import { finder, searchable } from '@/utils/domain/due/listing.ts';
import type { Proof } from '@/utils/domain/run/proof.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { VERSION } from '@/utils/platform/version.ts';
import { dayOf } from '@/utils/texts/due/days.ts';
import { localDay, localZone, today } from '@/utils/texts/due/zone.ts';
import { locale, placeName, softwareName } from '@/utils/texts/names.ts';
import { linkTo, monthLink, type ReceiptAsked, receiptAsked } from '../links.ts';
import { MonthTable } from './MonthTable.tsx';
import { OneReceipt } from './OneReceipt.tsx';
import './receipts.css';

/** From the first instant of a month here to the first one of the next. */
function bounds(month: Temporal.PlainYearMonth): { from: number; until: number } {
  const start = (of: Temporal.PlainYearMonth): number =>
    of.toPlainDate({ day: 1 }).toZonedDateTime(localZone().id).epochMilliseconds;
  return { from: start(month), until: start(month.add({ months: 1 })) };
}

/** Any time: the year 2200 is as late as a date of ours may be. */
const EVER = { from: 0, until: Date.UTC(2200, 0) };

/** Proofs that were read, as the address asks for them. */
function useProofs({ connectionId, month, key }: ReceiptAsked): Proof[] | undefined {
  const named = month?.toString();
  const read = useCallback(async () => {
    const asked = {
      ...(named ? bounds(Temporal.PlainYearMonth.from(named)) : EVER),
      ...(connectionId && { connectionId }),
    };
    const all = await sendMessage('connection/proofs', asked);
    return key === undefined ? all : all.filter((proof) => proof.key === key);
  }, [connectionId, named, key]);
  return useLive(read, onChanged);
}

const monthText = (month: Temporal.PlainYearMonth): string =>
  month.toPlainDate({ day: 1 }).toLocaleString(locale(), { month: 'long', year: 'numeric' });

/** What a renewal can be found by. */
function haystackOf(proof: Proof): string {
  const { name, marketplace, site, grants } = proof;
  const accounts = grants.flatMap(({ accountId, accountLabel }) => [accountId, accountLabel]);
  return searchable([name, softwareName(proof), placeName(marketplace, site), ...accounts]);
}

interface MonthProps {
  asked: ReceiptAsked;
  month: Temporal.PlainYearMonth;
  proofs: readonly Proof[];
}

/** The renewals of a month: of one connection, or of those that have some words in them. */
function Month({ asked: { connectionId }, month, proofs }: MonthProps) {
  const [words, setWords] = useState('');
  const shown = useMemo(() => {
    const finds = finder(words);
    return proofs.filter((proof) => finds(haystackOf(proof)));
  }, [proofs, words]);
  const [first] = proofs;
  return (
    <>
      <div class="row no-print">
        <a class="button" href={monthLink(month.subtract({ months: 1 }), connectionId)}>
          ← {monthText(month.subtract({ months: 1 }))}
        </a>
        <a class="button" href={monthLink(month.add({ months: 1 }), connectionId)}>
          {monthText(month.add({ months: 1 }))} →
        </a>
      </div>
      {connectionId === undefined && (
        <div class="no-print reading">
          <Field label={i18n.t('proof.only')}>
            {(control) => (
              <input
                {...control}
                type="search"
                autoComplete="off"
                value={words}
                onInput={(event) => setWords(event.currentTarget.value)}
              />
            )}
          </Field>
        </div>
      )}
      <article class="receipt stack" aria-labelledby="receipt">
        <h2 id="receipt" class="title">
          {i18n.t('proof.month', [monthText(month)])}
        </h2>
        {connectionId !== undefined && first && <p>{i18n.t('proof.for', [first.name])}</p>}
        {words.trim() && <p>{i18n.t('proof.found', [words.trim()])}</p>}
        {shown.length === 0 ? <p>{i18n.t('proof.noneMonth')}</p> : <MonthTable proofs={shown} />}
        <Foot />
      </article>
    </>
  );
}

function Foot() {
  return <p class="soft">{i18n.t('proof.foot', [VERSION, dayOf(Date.now())])}</p>;
}

/** A receipt to print or to save for a client: of one renewal, or of a month. No secrets are in it. */
export function Receipts({ detail }: { detail: string | undefined }) {
  const asked = receiptAsked(detail, today().toPlainYearMonth());
  const proofs = useProofs(asked);
  const { connectionId, month } = asked;
  const [first] = proofs ?? [];
  const named = first?.name;
  const on = month?.toString() ?? (first && localDay(first.at).toString());
  useEffect(() => {
    // The browser suggests it as the file's name.
    if (proofs)
      document.title = [i18n.t('proof.title'), month && !connectionId ? '' : named, on]
        .filter(Boolean)
        .join(' ');
  }, [proofs, month, connectionId, named, on]);
  if (!proofs) return <Waiting what={i18n.t('proof.title')} />;
  return (
    <>
      <div class="row spread no-print">
        {connectionId === undefined ? (
          <a href={linkTo('connections')}>← {i18n.t('history.back')}</a>
        ) : (
          <a href={linkTo('connections', connectionId)}>← {named ?? i18n.t('history.heading')}</a>
        )}
        {proofs.length > 0 && (
          <Action kind="primary" onPress={() => print()}>
            {i18n.t('proof.print')}
          </Action>
        )}
      </div>
      {month && <Month key={connectionId} asked={asked} month={month} proofs={proofs} />}
      {!month && !first && <p>{i18n.t('proof.none')}</p>}
      {!month && first && (
        <article class="receipt stack" aria-labelledby="receipt">
          <OneReceipt proof={first} />
          <Foot />
        </article>
      )}
    </>
  );
}
