import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixtureExtension } from '../fixture/extension-folder.ts';
import { type FixtureSite, startFixtureSite } from '../fixture/server.ts';
import { type Browser, launch } from '../index.ts';
import { until } from '../wait.ts';

async function untilStored(browser: Browser, text: string): Promise<string> {
  return until(`${text} in the storage`, async () => {
    const dump = await browser.dumpStorage();
    return dump.includes(text) ? dump : undefined;
  });
}

describe.each(['chromium', 'firefox'] as const)('the life of %s', (kind) => {
  let site: FixtureSite;
  let browser: Browser | undefined;

  beforeEach(async () => {
    site = await startFixtureSite();
  });
  afterEach(async () => {
    await browser?.close();
    browser = undefined;
    site.close();
  });

  it.each([
    ['a restart', false],
    ['a crash', true],
  ])('goes on after %s with the same profile', async (_name, crash) => {
    browser = await launch(kind, { extension: fixtureExtension, port: site.port });
    await untilStored(browser, 'installed: install');
    await browser.restart({ crash });
    const dump = await untilStored(browser, 'startup');
    expect(dump.match(/installed: /g)).toHaveLength(1);
    expect((await browser.badge()).text).toBe('');
    const page = await browser.newTab('https://www.shop.test/');
    await page.role('button', 'Overlay button').waitFor();
  });

  it('keeps a profile that it is given', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'driver-profile-'));
    browser = await launch(kind, { port: site.port, profile });
    await browser.newTab('https://www.shop.test/');
    await browser.close();
    expect(existsSync(profile)).toBe(true);
    browser = await launch(kind, { port: site.port, profile });
    expect((await browser.cookies()).map(({ name }) => name)).toEqual(['domain']);
  });

  it('can do without the extension, and asks nothing of anyone else', async () => {
    browser = await launch(kind, { port: site.port });
    const page = await browser.newTab('https://www.shop.test/');
    await page.role('button', 'Count', { exact: true }).click();
    expect(await page.text('Overlay text').count()).toBe(0);
    expect(browser.extensionId).toBe('');
    const hosts = new Set(site.requests.map((request) => request.replace(/\/.*$/, '')));
    expect([...hosts]).toEqual(['www.shop.test']);
  });

  it('says what is missing when there is no built extension', async () => {
    const failed = launch(kind, { extension: '/nonexistent', port: site.port });
    await expect(failed).rejects.toThrow('There is no built extension in /nonexistent: build it first.');
  });
});
