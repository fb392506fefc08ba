import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Field } from '@/components/form/Field.tsx';
import { Action } from '@/components/parts/Action.tsx';
import type { Connection, OwnStep } from '@/utils/domain/account/connection.ts';
import { problemOf } from '@/utils/messages/ask.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { softwareName } from '@/utils/texts/names.ts';
import './own-steps.css';

interface Draft {
  when: OwnStep['when'];
  text: string;
  link: string;
}

const EMPTY: Draft = { when: 'before', text: '', link: '' };

/** The most that one list may hold; the background accepts no more. */
const MOST = 30;

type Errors = Partial<Record<'text' | 'link', string>>;

function errorsIn({ text, link }: Draft): Errors {
  const isHttps = URL.parse(link.trim())?.protocol === 'https:';
  return {
    ...(!text.trim() && { text: i18n.t('ownSteps.stepMissing') }),
    ...(link.trim() && !isHttps && { link: i18n.t('ownSteps.linkWrong') }),
  };
}

/** The step at this place changes places with its neighbour of the same part. */
function moved(steps: readonly OwnStep[], id: string, by: 1 | -1): OwnStep[] {
  const from = steps.findIndex((step) => step.id === id);
  const step = steps[from];
  const part = steps.flatMap((each, index) => (each.when === step?.when ? [index] : []));
  const to = part[part.indexOf(from) + by];
  const neighbour = to === undefined ? undefined : steps[to];
  if (!step || to === undefined || !neighbour) return [...steps];
  return steps.with(from, neighbour).with(to, step);
}

/** The form for a step: a new one, or one that is there. */
function StepForm(props: { step?: OwnStep; onSave: (draft: Draft) => unknown; onClose?: () => void }) {
  const { step, onSave, onClose } = props;
  const [draft, setDraft] = useState<Draft>(step ? { ...EMPTY, ...step } : EMPTY);
  const [errors, setErrors] = useState<Errors>({});
  const input = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const save = async (): Promise<void> => {
    const found = errorsIn(draft);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    await onSave(draft);
    setDraft({ ...EMPTY, when: draft.when });
  };
  return (
    <div class="own-step-form">
      <Field label={i18n.t('ownSteps.when')}>
        {(control) => (
          <select
            {...control}
            value={draft.when}
            onChange={(event) => input({ when: event.currentTarget.value as OwnStep['when'] })}
          >
            <option value="before">{i18n.t('ownSteps.before')}</option>
            <option value="after">{i18n.t('ownSteps.after')}</option>
          </select>
        )}
      </Field>
      <Field label={i18n.t('ownSteps.step')} error={errors.text}>
        {(control) => (
          <input
            {...control}
            maxLength={300}
            value={draft.text}
            onInput={(event) => input({ text: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={i18n.t('ownSteps.link')} hint={i18n.t('ownSteps.linkHint')} error={errors.link} optional>
        {(control) => (
          <input
            {...control}
            type="url"
            maxLength={2000}
            value={draft.link}
            onInput={(event) => input({ link: event.currentTarget.value })}
          />
        )}
      </Field>
      <div class="row">
        <Action onPress={save}>{i18n.t(step ? 'ownSteps.save' : 'ownSteps.add')}</Action>
        {onClose && (
          <Action kind="plain" onPress={onClose}>
            {i18n.t('common.cancel')}
          </Action>
        )}
      </div>
    </div>
  );
}

const stepOf = (id: string, { when, text, link }: Draft): OwnStep => ({
  id,
  when,
  text: text.trim(),
  ...(link.trim() && { link: link.trim() }),
});

/** The steps that a person's own software needs, in their words. */
export function OwnSteps({ connection }: { connection: Connection }) {
  const steps = connection.ownSteps ?? [];
  const [changing, setChanging] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const describe = async (ownSteps: OwnStep[]): Promise<void> => {
    const refused = await problemOf(sendMessage('connection/describe', { id: connection.id, ownSteps }));
    setProblem(refused);
    if (refused === undefined) setChanging(undefined);
  };
  const row = (step: OwnStep, index: number, all: OwnStep[]) =>
    step.id === changing ? (
      <li key={step.id}>
        <StepForm
          step={step}
          onSave={(draft) => describe(steps.map((each) => (each === step ? stepOf(step.id, draft) : each)))}
          onClose={() => setChanging(undefined)}
        />
      </li>
    ) : (
      <li key={step.id} class="own-step">
        <span class="own-step-text">
          {step.text}
          {step.link && <span class="soft mono"> {step.link}</span>}
        </span>
        <span class="row">
          {index > 0 && (
            <Action
              label={i18n.t('ownSteps.up', [step.text])}
              onPress={() => describe(moved(steps, step.id, -1))}
            >
              ↑
            </Action>
          )}
          {index < all.length - 1 && (
            <Action
              label={i18n.t('ownSteps.down', [step.text])}
              onPress={() => describe(moved(steps, step.id, 1))}
            >
              ↓
            </Action>
          )}
          <Action label={i18n.t('ownSteps.changeStep', [step.text])} onPress={() => setChanging(step.id)}>
            {i18n.t('ownSteps.change')}
          </Action>
          <Action
            label={i18n.t('ownSteps.remove', [step.text])}
            onPress={() => describe(steps.filter((each) => each !== step))}
          >
            ×
          </Action>
        </span>
      </li>
    );
  return (
    <details class="card own-steps">
      <summary>{i18n.t('ownSteps.heading', [softwareName(connection)])}</summary>
      <div class="stack">
        <p class="soft">{i18n.t('ownSteps.text', [connection.name])}</p>
        {problem && (
          <p role="alert" class="card bad">
            {problem}
          </p>
        )}
        {steps.length === 0 && <p class="soft">{i18n.t('ownSteps.none')}</p>}
        {(['before', 'after'] as const).map((when) => {
          const part = steps.filter((step) => step.when === when);
          return (
            part.length > 0 && (
              <div key={when} class="stack tight">
                <h3>{i18n.t(`ownSteps.${when}`)}</h3>
                <ol class="stack tight">{part.map(row)}</ol>
              </div>
            )
          );
        })}
        {steps.length < MOST && changing === undefined && (
          <StepForm onSave={(draft) => describe([...steps, stepOf(crypto.randomUUID(), draft)])} />
        )}
      </div>
    </details>
  );
}
