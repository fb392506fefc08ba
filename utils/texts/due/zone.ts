import { soundNow, type Zone, zoneOf } from '../../domain/due/zone.ts';

let last: { named: unknown; offset: number; zone: Zone } | undefined;

/** The zone that this browser is in, checked; it may change while the browser runs. */
export function localZone(): Zone {
  const { timeZone: named } = Intl.DateTimeFormat().resolvedOptions();
  const offset = new Date().getTimezoneOffset();
  if (last?.named !== named || last.offset !== offset) last = { named, offset, zone: zoneOf(named, offset) };
  return last.zone;
}

/** The calendar day here of an instant: UTC, in ms. */
export const localDay = (instant: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(localZone().id).toPlainDate();

/** The calendar day that it is here. */
export const today = (): Temporal.PlainDate => localDay(soundNow(Date.now()));
