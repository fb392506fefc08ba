import { i18n } from '#i18n';

/** The ways of a clean start with what each costs, in the guard's own words. */
const WAYS = [
  ['mode.setAside', 'mode.setAsideCost'],
  ['mode.clear', 'mode.clearCost'],
  ['container.mode', 'container.modeCost'],
  ['guard.asIs', 'guard.asIsText'],
] as const;

export function Ways() {
  return (
    <dl class="ways-told">
      {WAYS.map(([way, cost]) => (
        <div key={way}>
          <dt>{i18n.t(way)}</dt>
          <dd>{i18n.t(cost)}</dd>
        </div>
      ))}
    </dl>
  );
}
