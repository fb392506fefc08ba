import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixtureExtension } from '../fixture/extension-folder.ts';
import { type FixtureSite, startFixtureSite } from '../fixture/server.ts';
import { type Browser, launch, type Page } from '../index.ts';

describe.each(['chromium', 'firefox'] as const)('a page in %s', (kind) => {
  let site: FixtureSite;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    site = await startFixtureSite();
    browser = await launch(kind, { extension: fixtureExtension, port: site.port });
  });
  afterAll(async () => {
    await browser?.close();
    site.close();
  });
  beforeEach(async () => {
    page = await browser.newTab('https://www.shop.test/');
    return () => page.close();
  });

  it('finds by role and name in the document and in open and closed shadow roots', async () => {
    for (const name of ['Next page', 'In the open root', 'Overlay button']) {
      const role = name === 'Next page' ? 'link' : 'button';
      expect([name, await page.role(role, name).count()]).toEqual([name, 1]);
    }
    expect(await page.role('heading', /^the shop$/i).text()).toBe('The shop');
    expect(await page.role('textbox', 'Name').value()).toBe('old');
  });

  it('gives hidden elements no role', async () => {
    expect(await page.role('button', 'For the eye only').count()).toBe(0);
    expect(await page.text('For the eye only').count()).toBe(1);
  });

  it('matches any part of a name unless it is to be exact', async () => {
    expect(await page.role('button', 'count').count()).toBe(2);
    expect(await page.role('button', 'Count', { exact: true }).count()).toBe(1);
    expect(await page.role('button', 'count').nth(1).text()).toBe('Count twice');
  });

  it('finds the innermost element that shows a text', async () => {
    expect(await page.text('Nothing here').count()).toBe(1);
    expect(await page.text('to see').count()).toBe(0);
    expect(await page.text('Overlay text').isVisible()).toBe(true);
  });

  it('reads all that a person can see', async () => {
    await page.label('Password').fill('abc');
    const text = await page.visibleText();
    for (const seen of ['The shop', 'Nothing here', 'Overlay button', 'old', '•••', 'Germany']) {
      expect(text).toContain(seen);
    }
    expect(text).not.toContain('to see');
    expect(text).not.toContain('abc');
  });

  it('clicks with real input, closed roots included', async () => {
    await page.role('button', 'Count', { exact: true }).click();
    expect(await page.css('#counted').attribute('title')).toBe('trusted');
    await page.role('button', 'Overlay button').click();
    await page.role('button', 'Overlay pressed').waitFor();
  });

  it('scrolls to what it clicks', async () => {
    await page.role('button', 'Far down').click();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
  });

  it('waits until what it clicks is enabled', async () => {
    const clicked = page.role('button', 'Late').click();
    await page.evaluate(() => document.querySelector('#late')?.removeAttribute('disabled'));
    await clicked;
    await page.role('button', 'Was late').waitFor();
  });

  it('waits until what it clicks is not covered', async () => {
    await page.evaluate(() => document.querySelector('#cover')?.removeAttribute('hidden'));
    const clicked = page.role('button', 'Covered').click();
    await page.evaluate(() => document.querySelector('#cover')?.remove());
    await clicked;
    await page.role('button', 'Uncovered').waitFor();
  });

  it('waits until what it clicks stands still', async () => {
    await page.role('button', 'Slider').click();
    await page.role('button', 'Slid', { exact: true }).waitFor();
  });

  it('fills fields, lists and dates over what was there', async () => {
    await page.label('Name').fill('Größe 2');
    await page.label('Day').fill('2026-11-20');
    await page.label('Country').fill('France');
    expect(await page.label('Name').value()).toBe('Größe 2');
    expect(await page.label('Day').value()).toBe('2026-11-20');
    expect(await page.label('Country').value()).toBe('fr');
    await page.label('Name').fill('');
    expect(await page.label('Name').value()).toBe('');
  });

  it('ticks, chooses files and walks by keyboard', async () => {
    const box = page.role('checkbox', 'I agree');
    await box.check();
    await box.check();
    expect(await box.isChecked()).toBe(true);

    const folder = await mkdtemp(join(tmpdir(), 'driver-upload-'));
    await writeFile(join(folder, 'list.json'), '[1]');
    await page.evaluate(() => {
      document.querySelector('input[type="file"]')?.addEventListener('change', () => {
        document.title += ' chosen';
      });
    });
    await page.label('File').upload(join(folder, 'list.json'));
    expect(await page.label('File').value()).toContain('list.json');
    expect((await page.title()).match(/chosen/g)).toHaveLength(1);

    await page.role('link', 'Next page').focus();
    await page.press('Tab');
    expect(await page.focused()).toBe('textbox "Name"');
    await page.press('Shift+Tab');
    await page.press('Enter');
    await page.waitForUrl('https://www.shop.test/next');
  });

  it('gives user activation to clicks alone', async () => {
    const hasBeenActive = () => page.evaluate(() => navigator.userActivation.hasBeenActive);
    expect(await hasBeenActive()).toBe(false);
    await page.role('heading', 'The shop').click();
    expect(await hasBeenActive()).toBe(true);
  });

  it('accepts dialogs and keeps what they said', async () => {
    const heard = await page.acceptDialogs();
    await page.role('button', 'Ask').click();
    await page.role('button', 'Sure', { exact: true }).waitFor();
    expect(heard).toEqual(['Are you sure?']);
  });

  it('goes, goes back and loads again', async () => {
    await page.goto('https://www.shop.test/next');
    expect(await page.title()).toBe('Next');
    await page.back();
    expect(await page.title()).toBe('Shop');
    await page.label('Name').fill('changed');
    await page.reload();
    expect(await page.role('heading').count()).toBe(1);
    expect(await page.url()).toBe('https://www.shop.test/');
  });

  it('has the size and the zoom that it is given', async () => {
    const size = () => page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio]);
    await page.setViewport({ width: 800, height: 600 });
    expect(await size()).toEqual([800, 600, 1]);
    await page.setZoom(200);
    expect(await size()).toEqual([400, 300, 2]);
    const file = join(await mkdtemp(join(tmpdir(), 'driver-picture-')), 'page.png');
    await page.screenshot(file);
    const picture = await readFile(file);
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([800, 600]);
  });

  it('says what it waited for, where, and what was there', async () => {
    const failed = page.role('button', 'Gone').waitFor({ timeout: 100 });
    await expect(failed).rejects.toThrow(
      /button "Gone" to be visible[\s\S]*shop\.test\/[\s\S]*link "Next page"/,
    );
    const ambiguous = page.role('button', 'count').waitFor({ timeout: 100, gone: true });
    await expect(ambiguous).rejects.toThrow(/button "count" to be gone/);
    const where = page.waitForUrl('https://www.shop.test/elsewhere', { timeout: 100 });
    await expect(where).rejects.toThrow(/the address https:\/\/www\.shop\.test\/elsewhere/);
  });
});
