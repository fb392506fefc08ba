import type { Fault } from '../../domain/fault.ts';
import {
  type Lockable,
  managedOf,
  type Preset,
  presetConnection,
  settingsToKeep,
  settingsUnder,
} from '../../domain/policy/managed.ts';
import type { Runs } from '../engine/runs.ts';
import type { Policy } from '../ports/browser.ts';
import type { Ports } from '../ports/ports.ts';
import type { SettingsStore } from '../ports/records.ts';

/** What the person sees of what their organisation presets. */
export interface ManagedView {
  /** There is a policy at all. */
  present: boolean;
  /** Preset connections. */
  connections: number;
  allowExport: boolean;
  locked: Lockable[];
  faults: Fault[];
}

/** The settings as they hold under the organisation's policy. */
export function underPolicy(own: SettingsStore, policy: Policy): SettingsStore {
  const managed = async () => managedOf(await policy.read());
  return {
    async get() {
      return settingsUnder(await managed(), await own.get());
    },
    async put(settings) {
      await own.put(settingsToKeep(await managed(), settings, await own.get()));
    },
  };
}

/** The organisation's word on a connection; undefined for the person's own ones. */
export async function presetOf({ policy }: Pick<Ports, 'policy'>, id: string): Promise<Preset | undefined> {
  return managedOf(await policy.read()).connections.find((preset) => preset.id === id);
}

/** What the organisation presets. */
export function createPolicyFlow(ports: Ports, runs: Pick<Runs, 'alone'>) {
  const { policy, connections, clock } = ports;

  async function bringAbout(preset: Preset): Promise<void> {
    const { id } = preset;
    const here =
      (await connections.get(id)) ??
      ((await connections.restore(id)) ? await connections.get(id) : undefined);
    const now = clock.now();
    const next = presetConnection(preset, here, now);
    if (next === here) return;
    await (here
      ? connections.change(id, (known) => presetConnection(preset, known, now))
      : connections.put(next));
  }

  return {
    /**
     * Brings the preset connections to what the policy says; nothing is ever removed by it. One that was removed, when
     * it was not preset yet or on another machine, comes back with its history.
     */
    async apply(): Promise<void> {
      const presets = managedOf(await policy.read()).connections;
      if (presets.length === 0) return;
      await runs.alone(async () => {
        for (const preset of presets) await bringAbout(preset);
      });
    },

    async view(): Promise<ManagedView> {
      const read = await policy.read();
      const { connections: presets, ...managed } = managedOf(read);
      const { allowExport, locked, faults } = managed;
      return {
        present: Object.keys(read).length > 0,
        connections: presets.length,
        allowExport,
        locked,
        faults,
      };
    },
  };
}
