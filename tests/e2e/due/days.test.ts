import { expect, it } from 'vitest';
import { until } from '../../driver/wait.ts';
import { itIs } from '../support/clock.ts';
import { openAdd } from '../support/from-popup.ts';
import { badgeSays, journeys, NIGHTLY, type Stage } from '../support/harness.ts';
import { popupSays } from '../support/outcome.ts';
import { leaveSignedIn } from '../support/person.ts';
import { calendarIn, saved } from '../support/saved.ts';

/** Noon of a day in Berlin, by the calendar and not by our rules. */
const noon = (day: string): number =>
  Date.parse(`${day}T12:00:00${day >= '2027-03-28' ? '+02:00' : '+01:00'}`);

/** The ids of the notifications that stand now; they are put away. */
async function putAway({ browser }: Stage): Promise<string[]> {
  const ids = await browser.notifications();
  for (const id of ids) await browser.closeNotification(id);
  return ids;
}

/** Waits until exactly one notification stands, and puts it away; tells its id. */
async function oneNotification(stage: Stage): Promise<string | undefined> {
  return until('one notification', async () => {
    const ids = await putAway(stage);
    expect(ids.length).toBeLessThanOrEqual(1);
    return ids[0];
  });
}

async function addConnection(stage: Stage, name: string, days: number): Promise<void> {
  const popup = await openAdd(stage);
  await popup.label('Software', { exact: true }).fill('microtech büro+');
  await popup.label('Your name for the account').fill(name);
  await popup.role('radio', 'Expires in (days)').check();
  await popup.label('Days left').fill(String(days));
  await popup.role('button', 'Add', { exact: true }).click();
  await popup.text(name).waitFor();
}

async function turnRemindersOn({ browser }: Stage): Promise<void> {
  const options = await browser.newTab(browser.extensionUrl('options.html#reminders'));
  await options.role('button', 'Turn reminders on').click();
  await options.text('Reminders are on.').waitFor();
  await options.close();
}

/** The calendar that can be saved now. */
async function calendarOfNow(stage: Stage): Promise<unknown> {
  const { browser } = stage;
  const page = await browser.newTab(browser.extensionUrl('options.html#data'));
  const calendar = await calendarIn(await saved(stage, page, 'Save calendar', '.ics'));
  await page.close();
  return calendar;
}

/**
 * From 31 days before the end to the day after it: the end of February, the begin of daylight saving on 28 March, the
 * end of March. Rungs of the ladder are told.
 */
const DAYS: [day: string, badge: string, words: string, told: boolean][] = [
  ['2027-02-28', '30', '30 days left', true],
  ['2027-03-01', '29', '29 days left', false],
  ['2027-03-09', '21', '21 days left', true],
  ['2027-03-16', '14', '14 days left', true],
  ['2027-03-22', '8', '8 days left', false],
  ['2027-03-23', '7', '7 days left', true],
  ['2027-03-27', '3', '3 days left', true],
  ['2027-03-28', '2', '2 days left', false],
  ['2027-03-29', '1', '1 day left', true],
  ['2027-03-30', '0', 'ends today', true],
  ['2027-03-31', '!', 'expired 1 day ago', true],
  ['2027-04-01', '!', 'expired 2 days ago', false],
];

const titleOf = (badge: string): string => {
  if (badge === '!') return 'Grantkeeper: an authorisation has expired';
  if (badge === '0') return 'Grantkeeper: an authorisation ends today';
  return `Grantkeeper: the next authorisation ends in ${badge} ${badge === '1' ? 'day' : 'days'}`;
};

journeys(
  'the days',
  (stage, kind) => {
    it('go by, and badge, title, pop-up, notifications and calendar agree on each', async () => {
      await itIs(stage, noon('2027-02-27'));
      await addConnection(stage, 'Alpenglück', 31);
      await turnRemindersOn(stage);
      await badgeSays(stage, '31', titleOf('31'));
      expect(await putAway(stage)).toEqual([]);
      const told = DAYS.flatMap(([day, , , isTold]) => (isTold ? [day] : []));
      expect(await calendarOfNow(stage)).toEqual([
        { summary: 'Renew “Alpenglück”', day: '2027-03-30', alarms: told },
      ]);
      for (const [day, badge, words, isTold] of DAYS) {
        await itIs(stage, noon(day));
        await badgeSays(stage, badge, titleOf(badge));
        await popupSays(stage, words);
        if (isTold) expect(await oneNotification(stage)).toMatch(/^reminder:/);
        else expect(await putAway(stage), day).toEqual([]);
      }
    });

    it('are slept over, three rungs of two connections: one notification', async () => {
      const { browser } = stage;
      await itIs(stage, noon('2027-02-27'));
      await addConnection(stage, 'Alpenglück', 31);
      await addConnection(stage, 'Nordlicht', 33);
      await turnRemindersOn(stage);
      await browser.stopBackground();
      await itIs(stage, noon('2027-03-20'));
      await badgeSays(stage, '10');
      expect(await oneNotification(stage)).toBe('reminder');
      // Nothing of it is told again, by no start and no look.
      await browser.stopBackground();
      await itIs(stage, noon('2027-03-20') + 60_000);
      await popupSays(stage, '10 days left');
      await badgeSays(stage, '10');
      expect(await putAway(stage)).toEqual([]);
    });

    // A Chromium without a desktop shows notifications nowhere, and nobody can press them.
    if (kind === 'firefox') {
      it('are told, and a press on that opens the start of that renewal, which clears nothing', async () => {
        const { browser } = stage;
        await itIs(stage, noon('2027-02-27'));
        await addConnection(stage, 'Alpenglück', 31);
        await addConnection(stage, 'Nordlicht', 33);
        await turnRemindersOn(stage);
        await browser.stopBackground();
        await leaveSignedIn(stage, 'bert');
        const before = await browser.cookies();
        await itIs(stage, noon('2027-02-28'));
        const id = await until('a notification', async () => (await browser.notifications())[0]);
        await browser.stopBackground();
        await browser.pressNotification(id);
        const start = await browser.waitForPage((url) => url.includes('popup.html?in=tab&start='));
        await start.role('heading', 'Renew “Alpenglück”').waitFor();
        expect(await start.visibleText()).not.toContain('Nordlicht');
        expect(await browser.cookies()).toEqual(expect.arrayContaining(before));
      });

      // The background begins anew by itself a minute later: too long for every day.
      if (NIGHTLY) {
        it('are told in the moment in which reminders are turned on, and can be pressed later', async () => {
          const { browser } = stage;
          await itIs(stage, noon('2027-02-27'));
          await addConnection(stage, 'Alpenglück', 31);
          await turnRemindersOn(stage);
          await itIs(stage, noon('2027-02-28'));
          const id = await until('a notification', async () => (await browser.notifications())[0]);
          await browser.stopBackground();
          await until(
            'the background to begin anew',
            async () => (await browser.backgroundAlive()) || undefined,
            {
              timeout: 120_000,
            },
          );
          await browser.stopBackground();
          await browser.pressNotification(id);
          const start = await browser.waitForPage((url) => url.includes('popup.html?in=tab&start='));
          await start.role('heading', 'Renew “Alpenglück”').waitFor();
        }, 300_000);
      }
    }
  },
  { clock: true, timeZone: 'Europe/Berlin' },
);
