import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { zipWith } from '../install/versions.ts';
import { underPolicy } from '../policy.ts';
import { newPackingKey, packCrx } from './crx.ts';

/** An organisation that gives its people the extension, and the program that is their Chromium. */
export interface Organisation {
  program: string;
  extensionId: string;
  /** From now on its server has this version; whoever asks for the file gets it once `deliver` is called. */
  offer(version: string, build?: string): Promise<{ deliver: () => void }>;
  close(): void;
}

/** @returns what Chromium asks an update server for, by the protocol that its policies are documented with */
const answer = (id: string, address: string, version: string): string =>
  `<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${id}">
  <updatecheck codebase="${address}/${version}.crx" version="${version}"/></app></gupdate>`;

/**
 * Begins to give an extension away packed, by a policy and from a server of its own: Chromium updates no other one but
 * its store's.
 *
 * @param folder where all that is made for it is put
 * @throws Error where a browser cannot be started under a policy
 */
export async function startOrganisation(extension: string, folder: string): Promise<Organisation> {
  const key = newPackingKey();
  const files = new Map<string, { crx: Buffer; delivered: Promise<void> }>();
  let newest = '';
  const server: Server = createServer(async ({ url = '' }, response) => {
    const file = files.get(url.slice(1).replace(/\.crx$/u, ''));
    await file?.delivered;
    response.setHeader('Content-Type', file ? 'application/x-chrome-extension' : 'text/xml');
    response.end(file?.crx ?? answer(key.id, address, newest));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const updates = `${address}/updates.xml`;
  const offer = async (version: string, build = extension): Promise<{ deliver: () => void }> => {
    // The policy's address is for the first version alone; the next one is asked for where the manifest says.
    const zip = await zipWith(build, join(folder, version), { version, update_url: updates });
    const { promise: delivered, resolve: deliver } = Promise.withResolvers<void>();
    files.set(version, { crx: packCrx(zip, key), delivered });
    newest = version;
    return { deliver };
  };
  (await offer('0.0.1')).deliver();
  const program = await underPolicy('chromium', folder, {
    ExtensionInstallForcelist: [`${key.id};${updates}`],
    // Else nobody may look into what a policy installed.
    DeveloperToolsAvailability: 1,
  });
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { program, extensionId: key.id, offer, close };
}
