import type { Patience } from '@/utils/db/patience.ts';
import { durableLedger } from '@/utils/flows/engine/durable-ledger.ts';
import { underPolicy } from '@/utils/flows/policy/managed.ts';
import type { Ports } from '@/utils/flows/ports/ports.ts';
import * as browser from './ports/browser.ts';
import { delayed, type Hook } from './ports/calls.ts';
import * as data from './ports/data.ts';
import * as records from './ports/records.ts';
import * as runs from './ports/runs.ts';
import * as session from './ports/session.ts';
import type { World } from './world.ts';

export type { Hook } from './ports/calls.ts';

/**
 * The ports of one worker over the world.
 *
 * @param patient What stands between the flows and the database, as in the extension; nothing where a test is not about that.
 */
export function createPorts(
  world: World,
  hook: Hook = async () => {},
  patient: Patience = (own) => own,
): Ports {
  const port = <T extends object>(name: string, own: T): T => delayed(own, name, world, hook);
  const health = port('health', browser.healthOf(world));
  const policy = port('policy', { read: async () => structuredClone(world.policy) });
  const ledger = patient(port('ledger', runs.ledgerOf(world)));
  const unsaved = port('unsaved', runs.unsavedOf(world));
  return {
    facts: async () => ({
      version: '1.0.0',
      browser: 'Fake/1',
      language: 'en',
      permissions: ['storage'],
      rules: { guard: 1, session: world.sessionRules.length, dynamic: world.dynamicRules.length },
    }),
    clock: { now: () => world.now, timeZone: () => world.timeZone },
    newId: () => `id-${++world.ids}`,
    memory: port('memory', runs.memoryOf(world)),
    stops: port('stops', runs.stopsOf(world)),
    confirmations: port('confirmations', runs.confirmationsOf(world)),
    ledger: durableLedger(ledger, unsaved, health),
    pendingAnswers: port('pendingAnswers', runs.pendingAnswersOf(world)),
    connections: patient(port('connections', records.connectionsOf(world))),
    grants: patient(port('grants', records.grantsOf(world))),
    suggestions: patient(port('suggestions', records.suggestionsOf(world))),
    exemptions: patient(port('exemptions', records.exemptionsOf(world))),
    settings: underPolicy(patient(port('settings', records.settingsOf(world))), policy),
    reminded: patient(port('reminded', records.remindedOf(world))),
    upcoming: patient(port('upcoming', records.upcomingOf(world)), ['mend']),
    unreadable: { known: () => 0, all: async () => [], remove: async () => {} },
    backup: patient(port('backup', data.backupOf(world)), ['page', 'merge']),
    replica: patient(port('replica', data.replicaOf(world)), ['merge']),
    syncArea: port('syncArea', data.syncAreaOf(world)),
    policy,
    jars: port('jars', session.jarsOf(world)),
    asides: port('asides', session.asidesOf(world)),
    markers: port('markers', session.markersOf(world)),
    looks: port('looks', session.looksOf(world)),
    containers: port('containers', session.containersOf(world)),
    privateWindows: port('privateWindows', session.privateWindowsOf(world)),
    notifications: port('notifications', browser.notificationsOf(world)),
    popups: port('popups', browser.popupsOf(world)),
    updates: port('updates', browser.updatesOf(world)),
    guardRules: port('guardRules', browser.guardRulesOf(world)),
    watch: port('watch', browser.watchOf(world)),
    tabs: port('tabs', browser.tabsOf(world)),
    toolbar: port('toolbar', browser.toolbarOf(world)),
    overlay: port('overlay', browser.overlayOf(world)),
    alarm: port('alarm', browser.alarmOf(world)),
    health,
  };
}
