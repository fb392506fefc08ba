import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Field } from '@/components/form/Field.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Container } from '@/utils/domain/session/container.ts';
import type { Outcome } from '@/utils/flows/reading/views.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { problemText } from '@/utils/texts/problems.ts';

/** Which container a connection is renewed in; nothing where the browser has none. */
export function ContainerField({ connection: { id, name, container } }: { connection: Connection }) {
  const [all, setAll] = useState<Container[]>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    const load = (): void => {
      sendMessage('connection/containers', { id }).then(setAll, () => setAll(undefined));
    };
    load();
    return onChanged(load);
  }, [id]);

  const link = async (jar: string): Promise<void> => {
    const outcome = await sendMessage('connection/link', { id, ...(jar && { jar }) }).catch(
      (): Outcome | undefined => undefined,
    );
    setProblem(outcome?.ok ? undefined : problemText(outcome?.problem ?? 'unexpected'));
  };

  if (!all) return null;
  return (
    <Field label={i18n.t('container.link', [name])} error={problem}>
      {(control) => (
        <select
          {...control}
          value={container?.jar ?? ''}
          onChange={(event) => void link(event.currentTarget.value)}
        >
          <option value="">{i18n.t('container.linkNone')}</option>
          {all.map(({ jar, name: each }) => (
            <option key={jar} value={jar}>
              {each}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
