import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { AccountField, accountIdErrorText } from '@/components/form/AccountField.tsx';
import { Field } from '@/components/form/Field.tsx';
import { MarkFields } from '@/components/form/MarkFields.tsx';
import { SaveRow } from '@/components/form/SaveRow.tsx';
import {
  newConnectionOf,
  type SoftwareErrors,
  SoftwareFields,
  type SoftwareForm,
  softwareErrors,
} from '@/components/form/SoftwareFields.tsx';
import { Dialog } from '@/components/parts/Dialog.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Mark } from '@/utils/domain/account/mark.ts';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import type { Decided } from '@/utils/domain/policy/managed.ts';
import { problemOf } from '@/utils/messages/ask.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { siteName } from '@/utils/texts/names.ts';
import { problemText } from '@/utils/texts/problems.ts';

interface EditForm extends SoftwareForm {
  site: string;
  note: string;
  accountId: string;
  mark: Mark;
}

const formOf = ({
  integration,
  software,
  name,
  signInName,
  site,
  note,
  account,
  mark,
}: Connection): EditForm => ({
  integration,
  software: software ?? '',
  name,
  signInName: signInName ?? '',
  site,
  note: note ?? '',
  accountId: account.id ?? '',
  mark: mark ?? {},
});

interface FieldsProps {
  connection: Connection;
  /** Its region cannot change any more: an answer was given there. */
  proven: boolean;
  decided: readonly Decided[];
  onClose: () => void;
}

function EditFields({ connection, proven, decided, onClose }: FieldsProps) {
  const [form, setForm] = useState(() => formOf(connection));
  const [errors, setErrors] = useState<SoftwareErrors & { accountId?: string }>({});
  const [problem, setProblem] = useState<string>();
  const input = (change: Partial<EditForm>): void => setForm((before) => ({ ...before, ...change }));
  const marketplace = marketplaceById(connection.marketplace);
  const sites = marketplace.sites
    .filter(({ region }) => !proven || region === connection.region)
    .map(({ id }) => ({ id, name: siteName(connection.marketplace, id) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));

  const save = async (): Promise<void> => {
    const wrongId = accountIdErrorText(form.accountId);
    const found = { ...softwareErrors(form), ...(wrongId && { accountId: wrongId }) };
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    const edit = {
      ...newConnectionOf(form),
      site: form.site,
      ...(form.note.trim() && { note: form.note.trim() }),
      ...(form.accountId.trim() && { accountId: form.accountId.trim() }),
      ...(Object.keys(form.mark).length > 0 && { mark: form.mark }),
    };
    const refused = await problemOf(sendMessage('connection/edit', { id: connection.id, edit }));
    if (refused === undefined) onClose();
    else setProblem(refused);
  };

  return (
    <div class="stack">
      {problem && (
        <p role="alert" class="card bad">
          {problem}
        </p>
      )}
      {decided.length > 0 && <p class="card">{i18n.t('managed.preset')}</p>}
      <SoftwareFields
        marketplace={connection.marketplace}
        form={form}
        errors={errors}
        onInput={input}
        decided={decided}
      />
      <Field
        label={i18n.t('form.site')}
        fixed={decided.includes('site')}
        {...(proven && { hint: i18n.t('edit.siteHint') })}
      >
        {(control) => (
          <select
            {...control}
            value={form.site}
            onChange={(event) => input({ site: event.currentTarget.value })}
          >
            {sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <AccountField
        marketplace={connection.marketplace}
        at={{ site: form.site, ...(connection.central && { central: connection.central }) }}
        value={form.accountId}
        error={errors.accountId}
        fixed={decided.includes('accountId')}
        onInput={(accountId) => input({ accountId })}
      />
      <Field label={i18n.t('edit.note')} fixed={decided.includes('note')} optional>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={5000}
            value={form.note}
            onInput={(event) => input({ note: event.currentTarget.value })}
          />
        )}
      </Field>
      <MarkFields
        connection={{ id: connection.id, name: form.name }}
        mark={form.mark}
        onInput={(mark) => input({ mark })}
      />
      <SaveRow save={i18n.t('edit.save')} onSave={save} onClose={onClose} />
    </div>
  );
}

/** Changes what the person knows of a connection. */
export function EditConnection({ id, onClose }: { id: string; onClose: () => void }) {
  const [found, setFound] = useState<Omit<FieldsProps, 'onClose'>>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    sendMessage('connection/history', { id }).then(
      (history) => {
        if (!history) return setProblem(problemText('connection-gone'));
        const proven = history.grants.some(({ grant }) => grant.runId !== undefined);
        setFound({ connection: history.view.connection, proven, decided: history.decided ?? [] });
      },
      () => setProblem(problemText('unexpected')),
    );
  }, [id]);
  return (
    <Dialog onClose={onClose}>
      <div class="stack">
        <h2>{i18n.t('edit.heading', [found?.connection.name ?? ''])}</h2>
        {problem && <p role="alert">{problem}</p>}
        {found && <EditFields {...found} onClose={onClose} />}
      </div>
    </Dialog>
  );
}
