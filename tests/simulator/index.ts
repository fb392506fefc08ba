import { type AccountKey, accounts } from './accounts.ts';
import { recordAuthorisation } from './amazon/callback.ts';
import { amazonApplication, applications, ebayApplication } from './applications.ts';
import { accountOf, answer } from './core/answer.ts';
import { createCertificate } from './core/certificate.ts';
import type { Clock } from './core/clock.ts';
import type { Reply, SimRequest } from './core/exchange.ts';
import { type GuestServer, listen } from './core/server.ts';
import {
  createWorld,
  type GrantRecord,
  type LoggedRequest,
  type RefusedRecord,
  type World,
} from './core/world.ts';
import { rememberGrant } from './ebay/app-grants.ts';
import type { Integrations } from './integrations/index.ts';
import { createIntegrations } from './integrations/index.ts';
import { applySwitches, type DeepPartial, type Switches } from './switches.ts';

export type { AccountKey } from './accounts.ts';
export type { GrantRecord, LoggedRequest, RefusedRecord } from './core/world.ts';
export type { AuthoriseRequest } from './integrations/attempt.ts';
export { type DeepPartial, defaultSwitches, type Switches, switchChoices } from './switches.ts';

export interface SimulatorOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Set over the defaults at the start; `reset()` goes back to the defaults alone. */
  readonly switches?: DeepPartial<Switches>;
  /** Told of every request as it is logged. */
  readonly onRequest?: (request: LoggedRequest) => void;
}

export interface Simulator {
  readonly port: number;
  /** For Chromium's `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
  /** As they are now; to be changed through `set()`. */
  readonly switches: Switches;
  set(switches: DeepPartial<Switches>): void;
  /** Lets a server of others answer for its hosts, until the next reset; the log has nothing of it. */
  serve(guest: GuestServer): void;
  /** Forgets sessions, grants, log, codes and secrets, sets the clock right and the switches to their defaults. */
  reset(): void;
  readonly log: LoggedRequest[];
  /** As the integrations have them after they redeemed the codes. */
  readonly grants: GrantRecord[];
  /** Callbacks that the integrations did not accept. */
  readonly refused: RefusedRecord[];
  /** Every code, token, `state`, session id and cookie value ever issued, in each spelling used. */
  readonly secrets: ReadonlySet<string>;
  readonly clock: Clock;
  readonly accounts: typeof accounts;
  readonly applications: typeof applications;
  readonly integrations: Integrations;
  /** Makes the marketplace remember a grant of long ago: eBay leaves its consent page out, Amazon lists the app. */
  grantedBefore(applicationId: string, account: AccountKey): void;
  close(): Promise<void>;
}

function logRequest(world: World, request: SimRequest): LoggedRequest {
  const mode = request.headers['sec-fetch-mode'];
  const entry: LoggedRequest = {
    at: world.clock.now(),
    method: request.method,
    host: request.host,
    path: request.path,
    url: request.url.href,
    from: typeof mode === 'string' ? mode : undefined,
    account: accountOf(world, request),
    cookies: [...request.cookies.keys()],
  };
  world.log.push(entry);
  return entry;
}

/** Old enough that its renewal is due: 340 days, in milliseconds. */
const longAgo = 340 * 24 * 3_600_000;

function grantedBefore(world: World, applicationId: string, key: AccountKey): void {
  if (ebayApplication(applicationId)) {
    for (const kind of ['ebay-oauth', 'ebay-authnauth'] as const)
      rememberGrant(world, { account: accounts.ebay[key], applicationId, kind });
    return;
  }
  if (!amazonApplication(applicationId)) throw new Error(`No application has the id ${applicationId}`);
  for (const { sellers } of accounts.amazon[key].merchants)
    for (const { id } of Object.values(sellers))
      recordAuthorisation(world, { applicationId, sellingPartnerId: id }, world.clock.now() - longAgo);
}

/**
 * Starts the marketplaces and the integrations as HTTPS sites on 127.0.0.1.
 *
 * Rejects where the port is taken. Close it when done: it holds the process.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const certificate = await createCertificate();
  const { world, reset } = createWorld();
  applySwitches(world.switches, options.switches ?? {});
  const integrations = createIntegrations(world);
  const reply = (request: SimRequest): Reply => {
    const entry = logRequest(world, request);
    options.onRequest?.(entry);
    return answer(world, integrations, request);
  };
  let guest: GuestServer | undefined;
  const server = await listen(certificate, options.port ?? 0, reply, () => guest);
  return {
    port: server.port,
    spki: certificate.spki,
    switches: world.switches,
    set: (switches) => applySwitches(world.switches, switches),
    serve: (other) => {
      guest = other;
    },
    reset: () => {
      guest = undefined;
      reset();
    },
    log: world.log,
    grants: world.grants,
    refused: world.refused,
    secrets: world.secrets.all,
    clock: world.clock,
    accounts,
    applications,
    integrations,
    grantedBefore: (applicationId, account) => grantedBefore(world, applicationId, account),
    close: server.close,
  };
}
