import { i18n } from '#i18n';
import { kindsNeeded } from '@/utils/domain/integrations/index.ts';
import type { ConnectionView } from '@/utils/flows/reading/views.ts';
import { basisText, dateText } from '@/utils/texts/due/days.ts';
import { kindName } from '@/utils/texts/names.ts';

/** Until when a connection lasts; where it needs several permissions, each with its own date. */
export function Dates({ view: { connection, grants, remaining } }: { view: ConnectionView }) {
  const needed = kindsNeeded(connection.integration, connection.marketplace);
  const kinds = [...new Set([...needed, ...grants.map(({ kind }) => kind)])];
  if (grants.length === 0 || kinds.length < 2) {
    return (
      <span class="soft" title={remaining && basisText(remaining.expiry)}>
        {remaining && i18n.t('days.until', [dateText(remaining.expiry)])}
      </span>
    );
  }
  return (
    <ul class="soft">
      {kinds.map((kind) => {
        const expiry = grants.find((grant) => grant.kind === kind)?.expiry;
        return (
          <li key={kind} title={expiry && basisText(expiry)}>
            {i18n.t('days.ofKind', [
              kindName(kind),
              expiry ? i18n.t('days.until', [dateText(expiry)]) : i18n.t('days.none'),
            ])}
          </li>
        );
      })}
    </ul>
  );
}
