import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Field } from '@/components/form/Field.tsx';
import {
  EMPTY_SOFTWARE_FORM,
  newConnectionOf,
  type SoftwareErrors,
  SoftwareFields,
  softwareErrors,
} from '@/components/form/SoftwareFields.tsx';
import { useSettled } from '@/components/hooks/settled.ts';
import { Action } from '@/components/parts/Action.tsx';
import type { NewConnection } from '@/utils/domain/account/connection-form.ts';
import type { SuggestionView } from '@/utils/flows/reading/views.ts';
import { problemOf } from '@/utils/messages/ask.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { kindName, placeName, softwareName } from '@/utils/texts/names.ts';

const NEW = 'new';

/** An answer that belongs to no run: the person may note it for a connection or a new one; it is never noted by itself. */
export function SuggestionCard({ suggestion, fitting }: SuggestionView) {
  const card = useRef<HTMLElement>(null);
  const settled = useSettled(card);
  const { marketplace, site } = suggestion;
  const [chosen, setChosen] = useState(fitting[0]?.id ?? NEW);
  const [form, setForm] = useState(EMPTY_SOFTWARE_FORM);
  const [errors, setErrors] = useState<SoftwareErrors & { form?: string }>({});

  /** Without a connection it is dropped. */
  const settle = async (connection?: { id: string } | NewConnection): Promise<void> => {
    const asked = { id: suggestion.id, ...(connection && { connection }) };
    const refused = await problemOf(sendMessage('suggestion/settle', asked));
    if (refused !== undefined) setErrors({ form: refused });
  };

  const note = async (): Promise<void> => {
    const found = chosen === NEW ? softwareErrors(form) : {};
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    const connection = chosen === NEW ? newConnectionOf(form) : { id: chosen };
    await settle(connection);
  };

  return (
    <section class="card todo stack tight" aria-label={i18n.t('suggestion.heading')} ref={card}>
      <h2>{i18n.t('suggestion.heading')}</h2>
      <p>
        {suggestion.accountId === undefined
          ? i18n.t('suggestion.text', [placeName(marketplace, site), kindName(suggestion.kind)])
          : i18n.t('suggestion.textAccount', [placeName(marketplace, site), suggestion.accountId])}
      </p>
      {errors.form && <p role="alert">{errors.form}</p>}
      {fitting.length > 0 && (
        <Field label={i18n.t('suggestion.choose')}>
          {(control) => (
            <select {...control} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
              {fitting.map((connection) => (
                <option key={connection.id} value={connection.id}>
                  {connection.name} ({softwareName(connection)})
                </option>
              ))}
              <option value={NEW}>{i18n.t('guard.newConnection')}</option>
            </select>
          )}
        </Field>
      )}
      {chosen === NEW && (
        <SoftwareFields
          short
          marketplace={suggestion.marketplace}
          form={form}
          errors={errors}
          onInput={(change) => setForm((before) => ({ ...before, ...change }))}
        />
      )}
      <div class="row">
        <Action kind="primary" ready={settled} onPress={note}>
          {i18n.t(chosen === NEW ? 'suggestion.add' : 'suggestion.note')}
        </Action>
        <Action ready={settled} onPress={() => settle()}>
          {i18n.t('suggestion.ignore')}
        </Action>
      </div>
    </section>
  );
}
