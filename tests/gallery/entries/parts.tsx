import '../stage/bare.ts';
import type { ComponentChildren } from 'preact';
import { Banner } from '@/components/design/Banner.tsx';
import { ConnectionMark } from '@/components/design/ConnectionMark.tsx';
import { Disclosure } from '@/components/design/Disclosure.tsx';
import { EmptyState } from '@/components/design/EmptyState.tsx';
import { ListRow } from '@/components/design/ListRow.tsx';
import { Menu } from '@/components/design/Menu.tsx';
import { Pill } from '@/components/design/Pill.tsx';
import { Sheet } from '@/components/design/Sheet.tsx';
import { Days } from '@/components/due/Days.tsx';
import { Choice } from '@/components/form/Choice.tsx';
import { Field } from '@/components/form/Field.tsx';
import { Tick } from '@/components/form/Tick.tsx';
import { Action } from '@/components/parts/Action.tsx';
import * as icons from '@/components/parts/icons.tsx';
import { Logo } from '@/components/parts/Logo.tsx';
import { showPage } from '@/components/parts/page.tsx';
import { PinPicture } from '@/entrypoints/welcome/PinPicture.tsx';
import '@/entrypoints/welcome/welcome.css';
import { alpenglueck, ebayShop, endingIn, longNamed, many } from '../data/connections.ts';

const nothing = (): void => undefined;
const { CheckIcon, ClockIcon, WarningIcon, QuestionIcon } = icons;

function Part({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <section class="stack" aria-labelledby={name}>
      <h2 id={name}>{name}</h2>
      {children}
    </section>
  );
}

/** Every part of the design system, in each of its forms. */
function Parts() {
  return (
    <main class="stack" style={{ maxWidth: '720px', margin: '0 auto', padding: '24px 16px', gap: '32px' }}>
      <h1 class="row">
        <Logo size={40} /> Grantkeeper
      </h1>
      <Part name="Button">
        <div class="row">
          <Action kind="primary" large onPress={nothing}>
            Sign out and continue as Alpenglück
          </Action>
          <Action kind="primary" onPress={nothing}>
            Primary
          </Action>
          <Action onPress={nothing}>Secondary</Action>
          <Action kind="plain" onPress={nothing}>
            Quiet
          </Action>
          <Action kind="danger" onPress={nothing}>
            Danger
          </Action>
        </div>
        <div class="row">
          <button type="button" class="primary large settling" aria-disabled data-stays>
            Settling
          </button>
          <button type="button" disabled>
            Disabled
          </button>
        </div>
      </Part>
      <Part name="Mark">
        <div class="row">
          {many(10).map(({ connection }) => (
            <ConnectionMark key={connection.id} connection={connection} />
          ))}
          <ConnectionMark connection={alpenglueck} size={44} />
          <ConnectionMark connection={longNamed} size={20} />
        </div>
      </Part>
      <Part name="Row">
        <ListRow
          large
          mark={<ConnectionMark connection={longNamed} size={44} />}
          name={longNamed.name}
          line={longNamed.signInName}
          end={<Days remaining={endingIn(6)} />}
        />
        <ul class="list">
          {[alpenglueck, ebayShop, longNamed].map((connection, index) => (
            <li key={connection.id}>
              <ListRow
                mark={<ConnectionMark connection={connection} />}
                name={connection.name}
                line="microtech büro+ · Amazon Europe"
                end={
                  <>
                    <Days remaining={endingIn(index * 30)} />
                    <Action onPress={nothing}>Renew</Action>
                    <Menu
                      label={`More for ${connection.name}`}
                      items={[
                        { label: 'Set date', onChoose: nothing },
                        { label: 'Remove', onChoose: nothing, danger: true },
                      ]}
                    />
                  </>
                }
              />
            </li>
          ))}
        </ul>
      </Part>
      <Part name="Pill">
        <div class="row">
          {[-3, 0, 6, 21, 365].map((days) => (
            <Days key={days} remaining={endingIn(days)} />
          ))}
          <Days remaining={undefined} />
          <Pill tone="todo" icon={QuestionIcon}>
            Confirm the account
          </Pill>
        </div>
      </Part>
      <Part name="Banner">
        <Banner tone="plain" icon={ClockIcon}>
          Nobody is signed in.
        </Banner>
        <Banner tone="todo" icon={QuestionIcon} action={<Action onPress={nothing}>Confirm</Action>}>
          Is this the right account?
        </Banner>
        <Banner tone="good" icon={CheckIcon}>
          Renewed until 28 Nov 2027
        </Banner>
        <Banner tone="warn" icon={ClockIcon}>
          Someone is signed in at amazon.com
        </Banner>
        <Banner tone="bad" icon={WarningIcon}>
          The wrong account was authorised
        </Banner>
      </Part>
      <Part name="Field">
        <Field label="Your name for the account" hint="for example your company’s name">
          {(control) => <input {...control} />}
        </Field>
        <Field label="Your name for the account" error="Enter a name.">
          {(control) => <input {...control} />}
        </Field>
        <Choice name="which" value="one" chosen="one" onChoose={nothing}>
          Sign out for now, restore it afterwards
        </Choice>
        <Choice name="which" value="two" chosen="one" onChoose={nothing}>
          Sign out and stay signed out
        </Choice>
        <Tick label="Mute" ticked onTick={nothing} />
      </Part>
      <Part name="Disclosure">
        <Disclosure label="Other ways">What few need.</Disclosure>
        <Disclosure label="Details" open>
          What few need.
        </Disclosure>
      </Part>
      <Part name="Sheet">
        <div style={{ height: '220px', overflow: 'auto' }}>
          <Sheet
            heading="Renew “Alpenglück”"
            onBack={nothing}
            foot={
              <Action kind="primary" onPress={nothing}>
                Sign out and start
              </Action>
            }
          >
            <p>What happens next.</p>
          </Sheet>
        </div>
      </Part>
      <Part name="Empty state">
        <EmptyState
          picture={<Logo size={48} />}
          heading="Welcome to Grantkeeper"
          action={
            <Action kind="primary" onPress={nothing}>
              Add your first connection
            </Action>
          }
        >
          <p>Renew with the right account, on time.</p>
        </EmptyState>
      </Part>
      <Part name="Where the button is pinned">
        <div class="row">
          <PinPicture isFirefox={false} />
          <PinPicture isFirefox />
        </div>
      </Part>
      <Part name="Icons">
        <div class="row">
          {Object.entries(icons).map(([name, Icon]) => (
            <Icon key={name} size={24} />
          ))}
        </div>
      </Part>
    </main>
  );
}

showPage('Grantkeeper', <Parts />, async () => '');
