import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import type { Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import type { Stage } from './harness.ts';

/** Presses a button of the page for data and gives the path of the file that comes of it. */
export async function saved({ browser }: Stage, page: Page, button: string, ending: string): Promise<string> {
  await page.role('button', button).click();
  // While it is being written there is an empty file of its name, and one of the browser's own.
  const isOurs = (each: string): boolean => each.startsWith('grantkeeper-') && !each.endsWith('.part');
  const name = await until(`a file grantkeeper-*${ending}`, async () => {
    const files = await readdir(browser.downloads).catch((): string[] => []);
    const found = files.find((each) => each.endsWith(ending));
    if (!found || !files.every(isOurs)) return undefined;
    return (await stat(join(browser.downloads, found))).size > 0 ? found : undefined;
  });
  await page.text(/Saved as grantkeeper-/).waitFor();
  return join(browser.downloads, name);
}

/** What a calendar program reads in a saved file: each event with its day and the days of its alarms. */
export async function calendarIn(
  path: string,
): Promise<{ summary: string; day: string; alarms: string[] }[]> {
  const calendar = new ICAL.Component(ICAL.parse(await readFile(path, 'utf8')));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { summary, startDate } = new ICAL.Event(component);
    const alarms = component.getAllSubcomponents('valarm').map((alarm) => {
      const at = startDate.clone();
      at.isDate = false;
      at.addDuration(alarm.getFirstPropertyValue('trigger') as ICAL.Duration);
      return at.toString().slice(0, 10);
    });
    return { summary, day: startDate.toString(), alarms: alarms.sort() };
  });
}
