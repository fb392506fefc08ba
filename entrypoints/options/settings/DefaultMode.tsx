import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Waiting } from '@/components/failure/Waiting.tsx';
import { Choice } from '@/components/form/Choice.tsx';
import { useLive } from '@/components/hooks/live.ts';
import type { Settings } from '@/utils/domain/settings/settings.ts';
import type { Preferences } from '@/utils/domain/settings/settings-schema.ts';
import { problemOf } from '@/utils/messages/ask.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';

type Mode = NonNullable<Preferences['defaultMode']>;

interface Now {
  settings: Settings;
  /** The organisation decides it. */
  locked: boolean;
}

async function readNow(): Promise<Now> {
  const [settings, { locked }] = await Promise.all([sendMessage('settings'), sendMessage('managed')]);
  return { settings, locked: locked.includes('defaultMode') };
}

const TEXTS = {
  suggested: 'preferences.suggested',
  'set-aside': 'mode.setAside',
  container: 'container.mode',
  clear: 'mode.clear',
} as const satisfies Record<Mode, string>;

const MODES: Mode[] = import.meta.env.FIREFOX
  ? ['suggested', 'set-aside', 'container', 'clear']
  : ['suggested', 'set-aside', 'clear'];

/** How a clean start begins where a connection has no last choice of its own. */
export function DefaultMode() {
  const now = useLive(readNow, onChanged);
  const [problem, setProblem] = useState<string>();
  const locked = now?.locked === true;
  const choose = (defaultMode: Mode): void => {
    void problemOf(sendMessage('settings/prefer', { defaultMode })).then(setProblem);
  };
  return (
    <section class="card stack tight">
      <h2>{i18n.t('preferences.modeHeading')}</h2>
      <p class="soft">{i18n.t('preferences.modeText')}</p>
      {problem && (
        <p role="alert" class="card bad">
          {problem}
        </p>
      )}
      {!now && <Waiting what={i18n.t('preferences.modeHeading')} quiet />}
      {locked && <p class="card">{i18n.t('managed.heading')}</p>}
      <fieldset class="stack tight" disabled={!now || locked}>
        <legend class="visually-hidden">{i18n.t('preferences.modeHeading')}</legend>
        {MODES.map((mode) => (
          <Choice<Mode>
            key={mode}
            name="default-mode"
            value={mode}
            chosen={now && (now.settings.defaultMode ?? 'suggested')}
            onChoose={choose}
          >
            {i18n.t(TEXTS[mode])}
          </Choice>
        ))}
      </fieldset>
    </section>
  );
}
