import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findBrowser } from './install/find-browser.ts';
import type { BrowserKind } from './types.ts';

/** Where each browser looks for policies on Linux, below `/etc`. */
const places: Record<BrowserKind, string> = {
  chromium: 'chromium/policies/managed/grantkeeper.json',
  firefox: 'firefox/policies/policies.json',
};

/**
 * A program that starts the browser with a copy of `/etc` that holds a policy, for itself alone: in a mount namespace
 * of its own, so that nothing outside is touched.
 *
 * @param folder where the copy and the program are put
 * @throws Error where there are no mount namespaces
 */
export async function underPolicy(kind: BrowserKind, folder: string, policy: object): Promise<string> {
  if (process.platform !== 'linux') throw new Error('An organisation’s policy is tried on Linux alone.');
  const etc = join(folder, 'etc');
  await cp('/etc', etc, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.includes('shadow'),
  });
  const path = join(etc, places[kind]);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(policy));
  const program = join(folder, kind);
  const own = process.getuid?.() === 0 ? '' : '-r ';
  const inside = `mount --bind '${etc}' /etc && exec '${findBrowser(kind)}' "$@"`;
  await writeFile(
    program,
    `#!/bin/sh\nexec unshare ${own}-m -- sh -c '${inside.replaceAll("'", "'\\''")}' sh "$@"\n`,
  );
  await chmod(program, 0o755);
  return program;
}
