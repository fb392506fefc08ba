import type { MarketplaceId, SharedLogin } from '../../../domain/marketplaces/definition/schema.ts';
import { marketplaceById, siteById } from '../../../domain/marketplaces/index.ts';
import type { Run } from '../../../domain/run/run.ts';
import {
  type Cookie,
  cleaningPlan,
  type DomainSession,
  leftovers,
  type Receipt,
  receiptOf,
  sessionsIn,
} from '../../../domain/session/cleaning.ts';
import type { CleanMode } from '../../../domain/session/modes.ts';
import type { OpenTab } from '../../ports/browser.ts';
import type { Ports } from '../../ports/ports.ts';

/** The browser's bulk calls leave some cookies; each round removes them one by one and reads again. */
const ROUNDS = 3;

/** What a clean of a site touches. Throws a RangeError where the site is not known. */
export function planFor(marketplace: MarketplaceId, siteId: string) {
  const definition = marketplaceById(marketplace);
  const site = siteById(definition, siteId);
  if (!site) throw new RangeError(`${definition.name} has no site "${siteId}"`);
  return cleaningPlan(definition, site);
}

/** What lies in a run's jar: the cookies, and how many by domain. Nothing is changed. */
export async function countJar(
  { jars }: Pick<Ports, 'jars'>,
  run: Pick<Run, 'marketplace' | 'site' | 'jar'>,
): Promise<{ cookies: Cookie[]; found: Record<string, number> }> {
  const plan = planFor(run.marketplace, run.site);
  const cookies = await jars.read(plan, run.jar);
  const found = sessionsIn(plan, cookies).map(({ domain, cookies: there }) => [domain, there] as const);
  return { cookies, found: Object.fromEntries(found) };
}

/**
 * Makes a run's jar empty of the marketplace's session and proves it by a fresh read.
 *
 * @param counted What lay there a moment ago; without it that is read first.
 */
export async function cleanJar(
  { jars, clock }: Pick<Ports, 'jars' | 'clock'>,
  run: Pick<Run, 'marketplace' | 'site' | 'jar' | 'found'>,
  counted?: readonly Cookie[],
): Promise<Receipt> {
  const plan = planFor(run.marketplace, run.site);
  const before = counted ?? (await jars.read(plan, run.jar));
  const siteData = await jars.clear(plan, run.jar);
  let after = await jars.read(plan, run.jar);
  for (let round = 0; round < ROUNDS; round += 1) {
    const left = leftovers(plan, before, after);
    if (left.length === 0) break;
    await Promise.all(left.map((cookie) => jars.remove(cookie)));
    after = await jars.read(plan, run.jar);
  }
  return receiptOf(plan, before, after, siteData, clock.now(), run.found);
}

/** What a clean would touch now, for the person to see before it happens. */
export interface Preview {
  domains: (DomainSession & { signsOutOf: SharedLogin[]; sharesSignOn?: true })[];
  tabs: OpenTab[];
  /** The modes that the browser has here. */
  modes: CleanMode[];
  /** The one that the person prefers where a connection has no last one of its own. */
  preferred?: CleanMode;
}

/** Looks at a jar without changing it. */
export async function previewClean(
  { jars, tabs, containers, settings }: Pick<Ports, 'jars' | 'tabs' | 'containers' | 'settings'>,
  marketplace: MarketplaceId,
  siteId: string,
  jar: string,
): Promise<Preview> {
  const plan = planFor(marketplace, siteId);
  const [cookies, open] = await Promise.all([jars.read(plan, jar), tabs.showing(plan, jar)]);
  const domains = sessionsIn(plan, cookies).map((session, index) => ({
    ...session,
    signsOutOf: plan.domains[index]?.signsOutOf ?? [],
    ...(plan.domains[index]?.sharesSignOn && { sharesSignOn: true as const }),
  }));
  const modes: CleanMode[] = [
    'set-aside',
    ...((await containers.available(jar)) ? ['container' as const] : []),
    'clear',
  ];
  const preferred = await settings.get().then(
    ({ defaultMode }) => defaultMode,
    () => undefined,
  );
  return { domains, tabs: open, modes, ...(preferred && { preferred }) };
}

/** Tabs that still show a session that is no longer there: the old one's, put back meanwhile. */
export async function tabsBehind(
  { tabs }: Pick<Ports, 'tabs'>,
  run: Pick<Run, 'marketplace' | 'site' | 'jar' | 'aside'> | undefined,
): Promise<OpenTab[]> {
  if (run?.aside?.state !== 'back') return [];
  return tabs.showing(planFor(run.marketplace, run.site), run.jar);
}

/** Whether nobody is signed in, by a fresh read. */
export async function isSignedOut(
  { jars }: Pick<Ports, 'jars'>,
  run: Pick<Run, 'marketplace' | 'site' | 'jar'>,
): Promise<boolean> {
  const plan = planFor(run.marketplace, run.site);
  return sessionsIn(plan, await jars.read(plan, run.jar)).every(({ signedIn }) => !signedIn);
}

/**
 * Whether somebody has signed in in the jar of a run that waits for its software, by a fresh read: some software wants
 * that first. False where it is not known.
 */
export async function isSignedInMeanwhile(
  ports: Pick<Ports, 'jars'>,
  run: Pick<Run, 'marketplace' | 'site' | 'jar' | 'phase'>,
): Promise<boolean> {
  if (run.phase !== 'awaiting' || run.jar === '') return false;
  return !(await isSignedOut(ports, run).catch(() => true));
}
