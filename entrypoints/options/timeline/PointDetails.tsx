import { i18n } from '#i18n';
import { Days } from '@/components/due/Days.tsx';
import type { TimelinePoint } from '@/utils/domain/due/timeline.ts';
import { whenText } from '@/utils/texts/due/timeline.ts';
import { placeName, softwareName } from '@/utils/texts/names.ts';
import { Renew } from '../connections/Renew.tsx';
import { detailLink, linkTo, needLink } from '../links.ts';

/** As many as a person reads at once; the list of connections has them all. */
const MOST = 12;

/** What ends at a point of the picture. */
export function PointDetails({ point, today }: { point: TimelinePoint; today: Temporal.PlainDate }) {
  const { rows } = point;
  return (
    <section class="card stack tight" aria-label={i18n.t('timeline.details')}>
      <h2>{whenText(point, today)}</h2>
      <ul class="stack tight">
        {rows.slice(0, MOST).map((row) => (
          <li key={row.id} class="row">
            <a href={linkTo('connections', row.id)}>{row.name}</a>
            <span class="soft">
              {softwareName(row)} · {placeName(row.marketplace, row.site)}
            </span>
            <Days remaining={row.remaining} />
            {row.account && (
              <a class="tag" href={needLink(row.id)} target="_blank" rel="noreferrer">
                {i18n.t(row.account === 'wrong' ? 'list.wrong' : 'list.unconfirmed')}
              </a>
            )}
            <Renew id={row.id} name={row.name} />
            <a href={detailLink(row.id)} target="_blank" rel="noreferrer">
              {i18n.t('detail.act')}
            </a>
          </li>
        ))}
      </ul>
      {rows.length > MOST && <p class="soft">{i18n.t('timeline.more', rows.length - MOST)}</p>}
    </section>
  );
}
