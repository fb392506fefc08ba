import { i18n } from '#i18n';
import { browser } from '../browser.ts';
import { IN_PRIVATE_INSTANCE } from '../instance.ts';

/** The pop-up as a page in a tab, at the start of the renewal that it offers first. */
const FIRST_RENEWAL = '/popup.html?in=tab&first';

/** Our own pages that the menu leads to, by the id of their entry. */
const PAGES: Readonly<Record<string, string>> = {
  overview: '/options.html',
  renew: FIRST_RENEWAL,
  'first-steps': '/welcome.html',
};

/** The browser keeps entries on disk, in the language of then: they are made anew with each of its starts. */
async function make(): Promise<void> {
  await browser.contextMenus.removeAll();
  const add = (id: string, title: string): void => {
    browser.contextMenus.create({ id, title, contexts: ['action'] });
  };
  add('overview', i18n.t('popup.overview'));
  add('renew', i18n.t('menu.renewDue'));
  add('first-steps', i18n.t('welcome.title'));
}

const open = (path: string): void => void browser.tabs.create({ url: browser.runtime.getURL(path) });

/** What the button's menu and the keyboard's shortcuts open. Nothing is started before a click on our own page. */
export function answerMenuAndKeys(): void {
  if (!IN_PRIVATE_INSTANCE) {
    browser.runtime.onInstalled.addListener(() => void make());
    browser.runtime.onStartup.addListener(() => void make());
  }
  browser.contextMenus.onClicked.addListener(({ menuItemId }) => {
    const path = PAGES[menuItemId];
    if (path !== undefined) open(path);
  });
  browser.commands.onCommand.addListener((command) => {
    if (command === 'renew-due') open(FIRST_RENEWAL);
  });
}
