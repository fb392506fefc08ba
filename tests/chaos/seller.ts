import { classifyUrl } from '@/utils/domain/address/consent-url.ts';
import { runChoiceSchema } from '@/utils/domain/run/run-choice.ts';
import type { CleanMode } from '@/utils/domain/session/modes.ts';
import type { GuardChoice } from '@/utils/flows/guard/guard-choice.ts';
import type { GuardView } from '@/utils/flows/reading/views.ts';
import type { World } from '../fakes/world.ts';
import type { Browser } from './browser.ts';
import { type Gift, type Market, OWN, SOFTWARE } from './market.ts';
import type { Step } from './script.ts';

const MINUTE = 60_000;
const WAITS = [MINUTE, 31 * MINUTE, 25 * 60 * MINUTE, 8 * 24 * 60 * MINUTE, 200 * 24 * 60 * MINUTE];
const MODES: readonly (CleanMode | 'as-is')[] = ['set-aside', 'container', 'clear', 'as-is'];

/** Of "It worked" an honest seller knows more than the extension: it is never pressed here. */
const PRESSES = runChoiceSchema.options.filter((choice) => choice !== 'worked');

function nth<T>(all: readonly T[], index: number): T | undefined {
  return all[index % Math.max(all.length, 1)];
}

/** What the guard shows, as its buttons. */
function buttonsOf(view: GuardView, software: (app: string) => number): GuardChoice[] {
  const renew = (view: Extract<GuardView, { kind: 'choose' }>): GuardChoice[] => {
    const [first] = view.candidates;
    const { integration } = SOFTWARE[software(view.ask.app ?? '')] ?? SOFTWARE[0] ?? { integration: 'other' };
    const connection = first
      ? { id: first.view.connection.id }
      : { integration, name: `Shop ${integration}`, ...(integration === 'other' && { software: 'Stall' }) };
    const modes = [...view.preview.modes, ...(view.beside ? [] : (['as-is'] as const))];
    return modes.map((mode) => ({ type: 'renew', mode, connection, forceSignIn: false }));
  };
  switch (view.kind) {
    case 'choose':
      return [...renew(view), { type: 'cancel' }, { type: 'let-through' }];
    case 'join':
      return [
        { type: 'join', runId: view.run.run.id },
        { type: 'take-over', runId: view.run.run.id },
        { type: 'cancel' },
      ];
    case 'ready':
      return [{ type: 'go-on', runId: view.runId }, { type: 'cancel' }];
    case 'busy':
      return [
        ...(view.elsewhere ? renew(view.elsewhere) : []),
        { type: 'take-over', runId: view.run.run.id },
        ...(view.same ? [{ type: 'join', runId: view.run.run.id } as const] : []),
        { type: 'cancel' },
      ];
    case 'living':
      return [{ type: 'back-to-run' }, { type: 'cancel' }];
    default:
      return [{ type: 'cancel' }];
  }
}

/** The seller, and all that happens around: plays one step of a script. */
export class Seller {
  /** Suggestions that the seller dropped: the kind and the account that each one named. */
  readonly dropped = new Map<string, { kind: string; accountId?: string | undefined }>();
  /** Marketplaces of whose earlier sign-in the seller said that it may go for good. */
  readonly signedOut = new Set<string>();
  #asked = 0;
  #letters = 0;

  readonly world: World;
  readonly browser: Browser;
  readonly market: Market;

  constructor(world: World, browser: Browser, market: Market) {
    this.world = world;
    this.browser = browser;
    this.market = market;
  }

  play(step: Step): void {
    const { do: action, which = 0, how = 0 } = step;
    this[action]?.(which, how);
  }

  #tabs(wanted: (url: string) => boolean): number[] {
    return [...this.world.tabs].flatMap(([tabId, url]) => (wanted(url) ? [tabId] : []));
  }

  #consents = (): number[] => this.#tabs((url) => 'ask' in classifyUrl(url));
  #guards = (): number[] => this.#tabs((url) => url === 'guard');

  #opens(tabId: number, which: number): void {
    const software = SOFTWARE[which % SOFTWARE.length];
    if (!software) return;
    const url = this.market.address(software, this.#asked++);
    if (!this.world.tabs.has(tabId)) this.world.tabs.set(tabId, 'about:blank');
    this.world.go(tabId, url);
  }

  ask = (which: number): void => this.#opens(1 + this.#asked * 2, which);

  'ask-again'(which: number, how: number): void {
    const tabId = nth([...this.world.tabs.keys()], which);
    if (tabId !== undefined) this.#opens(tabId, how);
  }

  guard(which: number, how: number): void {
    const tabId = nth(this.#guards().toReversed(), which);
    if (tabId === undefined) return;
    const jar = this.browser.jarOf(tabId);
    void this.#press(tabId, jar, how);
  }

  async #press(tabId: number, jar: string, how: number): Promise<void> {
    const seen = await this.browser.tell('guard view', (app) => app.guard.view(tabId, jar));
    if (seen.is !== 'done' || this.world.tabs.get(tabId) !== 'guard') return;
    const softwareOf = (app: string): number =>
      SOFTWARE.findIndex(({ asks }) => asks.some((each) => each.app === app));
    const choice = nth(buttonsOf(seen.answer, softwareOf), how);
    const { ask } = seen.answer.kind === 'choose' ? seen.answer : {};
    if (ask && choice?.type === 'renew' && choice.mode === 'clear') this.signedOut.add(ask.marketplace);
    if (choice) await this.browser.tell('guard choice', (app) => app.guard.decide(tabId, jar, choice));
  }

  'sign-in'(which: number, how: number): void {
    const at = this.#tabs((url) => classifyUrl(url).step !== 'none');
    const tabId = nth(at.toReversed(), which);
    const page = tabId === undefined ? undefined : classifyUrl(this.world.tabs.get(tabId) ?? '');
    // Mostly the own account.
    const who = how === 7 ? 1 : 0;
    if (tabId !== undefined && page && 'marketplace' in page)
      this.market.signIn(tabId, page.marketplace, who);
  }

  agree = (which: number, how: number): void => this.#answers(which, how, true);
  decline = (which: number, how: number): void => this.#answers(which, how, false);

  #answers(which: number, how: number, agrees: boolean): void {
    const tabId = nth(this.#consents().toReversed(), which);
    const jar = tabId === undefined ? '' : this.browser.jarOf(tabId);
    // Nobody reads and answers two consents within seconds.
    this.world.now += 15_000;
    const left = tabId === undefined ? undefined : this.market.answer(tabId, agrees);
    if (tabId === undefined || !left) return;
    const { answer, gift } = left;
    // A page's own script writes down where it goes; a server's redirect is only told.
    const letter = how % 2 === 1 ? `letter${++this.#letters}` : undefined;
    if (letter) {
      this.world.letters.set(letter, { ...answer, at: this.world.now });
      if (gift) gift.heard = true;
    }
    const times = how >= 4 ? 2 : 1;
    for (let time = 0; time < times; time += 1) void this.#tells(letter, { answer, tabId, jar }, gift);
    if (letter)
      this.world.later(() => void this.browser.tell('letters', (app) => app.callbacks.readPendingAnswers()));
  }

  async #tells(
    letter: string | undefined,
    sighting: { answer: NonNullable<ReturnType<Market['answer']>>['answer']; tabId: number; jar: string },
    gift: Gift | undefined,
  ): Promise<void> {
    const { refused } = this.browser.order;
    const before = refused.length;
    const end = await this.browser.tell('answer', (app) => app.callbacks.seen(sighting, letter));
    // Refused, it is written down, unless that is refused as well.
    const isLost = refused.slice(before).includes('pendingAnswers.put');
    if (gift && (end.is === 'done' || (end.is === 'refused' && !isLost))) gift.heard = true;
  }

  popup(which: number, how: number): void {
    const rows = [...this.world.ledger.values()].filter(({ putAway }) => !putAway);
    const run = nth(rows.toReversed(), which);
    const choice = nth(PRESSES, how + which);
    if (run && choice === 'clear-instead') this.signedOut.add(run.marketplace);
    if (run && choice) void this.browser.tell('pop-up', (app) => app.renewals.choose(run.id, choice));
  }

  #connection = (which: number): string | undefined => nth([...this.world.connections.keys()], which);

  start(which: number, how: number): void {
    const id = this.#connection(which);
    const mode = nth(this.world.containers ? MODES : MODES.filter((each) => each !== 'container'), how);
    if (id && mode === 'clear') this.signedOut.add(this.world.connections.get(id)?.marketplace ?? '');
    if (id && mode) void this.browser.tell('start', (app) => app.renewals.start(id, mode, '0', how > 3));
  }

  'close-tab'(which: number): void {
    const tabId = nth([...this.world.tabs.keys()].toReversed(), which);
    if (tabId !== undefined) this.world.close(tabId);
  }

  'leave-page'(which: number): void {
    const tabId = nth([...this.world.tabs.keys()].toReversed(), which);
    if (tabId !== undefined) this.world.go(tabId, 'https://vendor.example/');
  }

  remove(which: number): void {
    const id = this.#connection(which);
    if (id) void this.browser.tell('remove', (app) => app.dashboard.remove(id));
  }

  restore(which: number): void {
    const id = nth([...this.world.bin.keys()], which);
    if (id) void this.browser.tell('restore', (app) => app.dashboard.restore(id));
  }

  archive(which: number, how: number): void {
    const id = this.#connection(which);
    if (id) void this.browser.tell('archive', (app) => app.dashboard.archive(id, how % 2 === 0));
  }

  /** Says "yes" of an account only where it is the own one. */
  confirm(which: number): void {
    const grant = nth([...this.world.grants.values()], which);
    if (grant?.accountId === undefined || grant.accountId.toUpperCase() === OWN)
      if (grant) void this.browser.tell('confirm', (app) => app.accounts.confirm(grant.id));
  }

  deny(which: number): void {
    const grant = nth([...this.world.grants.values()], which);
    if (grant?.accountId !== undefined && grant.accountId !== OWN)
      void this.browser.tell('deny', (app) => app.accounts.deny(grant.id));
  }

  suggestion(which: number, how: number): void {
    const suggestion = nth([...this.world.suggestions.values()], which);
    if (!suggestion) return;
    const { id, kind, accountId } = suggestion;
    const connection = how % 2 === 0 ? undefined : this.#connection(how);
    if (!connection) this.dropped.set(id, { kind, accountId });
    void this.browser.tell('suggestion', (app) =>
      app.connections.settleSuggestion(id, connection ? { id: connection } : undefined),
    );
  }

  'let-pop-ups'(which: number): void {
    this.world.popupsPermitted = true;
    const run = nth([...this.world.memory.keys()], which);
    if (run) void this.browser.tell('let pop-ups', (app) => app.popups.want(run, 'shop.example'));
  }

  'unlink-container'(which: number): void {
    const id = this.#connection(which);
    if (id && this.world.containers)
      void this.browser.tell('unlink', (app) => app.containers.link(id, undefined));
  }

  'drop-container'(which: number): void {
    const jar = nth([...(this.world.containers?.keys() ?? [])], which);
    if (jar) this.world.removeContainer(jar);
  }

  wait(which: number): void {
    this.world.now += nth(WAITS, which) ?? 0;
    this.browser.ring();
  }

  'clock-back'(which: number): void {
    this.world.now -= nth(WAITS.slice(0, 4), which) ?? 0;
  }

  'worker-dies' = (): void => this.browser.kill();
  'browser-ends' = (): void => this.browser.strike('browser-ends');

  update(): void {
    this.world.updateWaits = true;
    void this.browser.tell('update', (app) => app.updateWaits());
  }

  database(which: number): void {
    this.world.databaseFails = which % 3 === 1;
    this.world.databaseDead = which % 3 === 2;
  }

  memory(which: number): void {
    this.world.memoryFull = which % 3 === 1;
    this.world.asideTooSmall = which % 3 === 2;
  }

  rules(which: number): void {
    this.world.rulesRefused = which % 2 === 1;
  }

  hosts(which: number): void {
    const given = this.world.withheld.length > 0;
    this.world.withheld = which % 2 === 1 ? ['amazon.de'] : [];
    if (given) void this.browser.tell('permission', (app) => app.wake());
  }

  cookies(which: number): void {
    this.world.unsettable = new Set(which % 2 === 1 ? ['at-acbde'] : []);
    this.world.stubborn = new Set(which % 4 === 3 ? ['session-id'] : []);
  }
}
