import { i18n } from '#i18n';
import { TurnOnReminders } from '@/components/due/TurnOnReminders.tsx';
import { Boundary } from '@/components/failure/Boundary.tsx';
import { Waiting } from '@/components/failure/Waiting.tsx';
import { useLive } from '@/components/hooks/live.ts';
import { Logo } from '@/components/parts/Logo.tsx';
import { sendMessage } from '@/utils/messages/send.ts';
import { askToNotify } from '@/utils/platform/surface/notifications.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { anyMarketplace } from '@/utils/texts/names.ts';
import { PinStep } from './PinStep.tsx';
import { SellStep } from './SellStep.tsx';
import { Step } from './Step.tsx';

/** In one: what came later would push away what the user is about to click. */
async function readAll() {
  const [all, settings] = await Promise.all([sendMessage('dashboard/list'), sendMessage('settings')]);
  return { all, settings };
}

/** What a new user does first: add connections, pin the button, turn reminders on; and a renewal to practise. */
export function Welcome() {
  const read = useLive(readAll, onChanged);
  return (
    <main class="welcome" aria-busy={!read}>
      <header class="stack tight">
        <h1 class="row">
          <Logo size={40} /> {i18n.t('popup.emptyHeading')}
        </h1>
        <p class="soft">{i18n.t('popup.emptyText', [anyMarketplace()])}</p>
      </header>
      {read ? (
        <>
          <ol class="welcome-steps">
            <SellStep all={read.all} />
            <PinStep />
            <Step heading={i18n.t('welcome.remind')} done={read.settings.reminders.on}>
              <p>{i18n.t(read.settings.reminders.on ? 'reminder.on' : 'first.remindText')}</p>
              {!read.settings.reminders.on && (
                <TurnOnReminders
                  ask={askToNotify}
                  turn={(on) => sendMessage('reminders/set', { ...read.settings.reminders, on })}
                />
              )}
            </Step>
          </ol>
          <Boundary of="card">
            <section class="card try" aria-labelledby="try">
              <div class="stack tight">
                <h2 id="try">{i18n.t('practice.title')}</h2>
                <p>{i18n.t('practice.text')}</p>
              </div>
              <a class="button" href="/help.html#try">
                {i18n.t('practice.start')}
              </a>
            </section>
          </Boundary>
          <p class="row spread">
            <a href="/options.html">{i18n.t('welcome.toOverview')}</a>
            <a href="/help.html">{i18n.t('help.heading')}</a>
            <span class="soft">{i18n.t('welcome.again')}</span>
          </p>
        </>
      ) : (
        <Waiting what={i18n.t('dashboard.connections')} />
      )}
    </main>
  );
}
