import { hostPermissions } from '../domain/host-patterns.ts';
import { browser } from './browser.ts';

/** Asks for the marketplaces' hosts. To be called first thing in a click's handler: the browser wants the gesture. */
export function askForHosts(): void {
  void browser.permissions.request({ origins: hostPermissions() });
}
