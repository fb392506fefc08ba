import { i18n } from '#i18n';
import { Field } from '@/components/form/Field.tsx';
import type { Listed, ListedState, Wanted } from '@/utils/domain/due/listing.ts';
import { integrations } from '@/utils/domain/integrations/index.ts';
import type { IntegrationId } from '@/utils/domain/integrations/schema.ts';
import type { MarketplaceId } from '@/utils/domain/marketplaces/definition/schema.ts';
import { marketplaces } from '@/utils/domain/marketplaces/index.ts';
import { stateName } from '@/utils/texts/list.ts';

const STATES: ListedState[] = [
  'account',
  'expired',
  'urgent',
  'soon',
  'calm',
  'unknown',
  'muted',
  'archived',
];

interface FiltersProps {
  all: readonly Listed[];
  wanted: Wanted;
  choose: (change: Partial<Wanted>) => void;
}

interface PickProps<T extends string> {
  label: string;
  every: string;
  value: T | undefined;
  options: { id: T; name: string }[];
  onPick: (value: T | undefined) => void;
}

function Pick<T extends string>({ label, every, value, options, onPick }: PickProps<T>) {
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          value={value ?? ''}
          onChange={(event) => onPick((event.currentTarget.value || undefined) as T | undefined)}
        >
          <option value="">{i18n.t('list.narrowed', [label, every])}</option>
          {options.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Search and filters of the list; only what it has can be chosen. */
export function Filters({ all, wanted, choose }: FiltersProps) {
  const there = {
    marketplaces: new Set(all.map(({ marketplace }) => marketplace)),
    integrations: new Set(all.map(({ integration }) => integration)),
  };
  return (
    <search class="filters">
      <Field label={i18n.t('list.search')}>
        {(control) => (
          <input
            {...control}
            type="search"
            autoComplete="off"
            placeholder={i18n.t('list.searchHint')}
            value={wanted.search}
            onInput={(event) => choose({ search: event.currentTarget.value })}
          />
        )}
      </Field>
      <Pick<MarketplaceId>
        label={i18n.t('form.marketplace')}
        every={i18n.t('list.every')}
        value={wanted.marketplace}
        options={marketplaces.filter(({ id }) => there.marketplaces.has(id))}
        onPick={(marketplace) => choose({ marketplace })}
      />
      <Pick<IntegrationId>
        label={i18n.t('guard.software')}
        every={i18n.t('list.every')}
        value={wanted.integration}
        options={integrations
          .filter(({ id }) => there.integrations.has(id))
          .map(({ id, name }) => ({ id, name: name || i18n.t('software.other') }))}
        onPick={(integration) => choose({ integration })}
      />
      <Pick<ListedState>
        label={i18n.t('list.state')}
        every={i18n.t('list.everyState')}
        value={wanted.state}
        options={STATES.map((id) => ({ id, name: stateName(id) }))}
        onPick={(state) => choose({ state })}
      />
    </search>
  );
}
