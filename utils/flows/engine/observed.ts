import type { Ports } from '../ports/ports.ts';

type Writer = (...args: never[]) => Promise<unknown>;

/** The calls that change what the surfaces show. The ones of the sync and of files say themselves whether they did. */
const WRITES = {
  memory: ['put', 'forget'],
  ledger: ['put', 'acknowledge'],
  connections: ['put', 'change', 'remove', 'restore'],
  grants: ['record', 'put', 'remove'],
  suggestions: ['put', 'remove'],
  exemptions: ['put', 'remove'],
  settings: ['put'],
  unreadable: ['remove'],
} as const;

/**
 * The same ports, of which somebody is told after every change: the one place from which badge, alarm and pages follow.
 *
 *
 * @param changed Is told after the change; nobody waits for it.
 */
export function observed(ports: Ports, changed: () => void): Ports {
  const telling = <T extends object>(port: T, names: readonly string[]): T => {
    const told = names.map((name) => {
      const call = (port as Record<string, Writer>)[name] as Writer;
      return [
        name,
        async (...args: never[]) => {
          const done = await call(...args);
          changed();
          return done;
        },
      ];
    });
    return { ...port, ...Object.fromEntries(told) };
  };
  const wrapped = Object.entries(WRITES).map(([name, names]) => [
    name,
    telling(ports[name as keyof typeof WRITES], names),
  ]);
  let refused: boolean | undefined;
  const { health, replica, backup } = ports;
  return {
    ...ports,
    ...Object.fromEntries(wrapped),
    health: {
      ...health,
      async database(failed, error) {
        await health.database(failed, error);
        if (failed !== (refused ?? false)) changed();
        refused = failed;
      },
    },
    replica: {
      ...replica,
      async merge(decide, at) {
        let different = false;
        await replica.merge((here) => {
          const decided = decide(here);
          different = decided.put.length + decided.remove.length + decided.ends.length > 0;
          return decided;
        }, at);
        if (different) changed();
      },
    },
    backup: {
      ...backup,
      async merge(decide) {
        let different = false;
        await backup.merge((here) => {
          const decided = decide(here);
          different = Object.values(decided).some((rows) => rows.length > 0);
          return decided;
        });
        if (different) changed();
      },
    },
  };
}
