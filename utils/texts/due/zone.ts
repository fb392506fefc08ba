import { soundNow, type Zone, zoneOf } from '../../domain/due/zone.ts';

let last: { named: unknown; offset: number; zone: Zone } | undefined;

/** The zone that this browser is in, checked; it may change while the browser runs. */
export function localZone(): Zone {
  const { timeZone: named } = Intl.DateTimeFormat().resolvedOptions();
  const offset = new Date().getTimezoneOffset();
  if (last?.named !== named || last.offset !== offset) last = { named, offset, zone: zoneOf(named, offset) };
  return last.zone;
}

/** The calendar day that it is here. */
export function today(): Temporal.PlainDate {
  const now = Temporal.Instant.fromEpochMilliseconds(soundNow(Date.now()));
  return now.toZonedDateTimeISO(localZone().id).toPlainDate();
}
