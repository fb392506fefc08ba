import { i18n } from '#i18n';
import { localZone } from '@/utils/texts/due/zone.ts';

/** Says so where the browser names no time zone that days can be counted in. */
export function ZoneNote() {
  const { known, id } = localZone();
  if (known) return null;
  return (
    <section class="card warn stack tight">
      <h2>{i18n.t('zone.heading')}</h2>
      <p>{i18n.t('zone.text', [id])}</p>
    </section>
  );
}
