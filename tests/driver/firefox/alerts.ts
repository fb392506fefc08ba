import type { Alert, AlertListener, Gecko } from './gecko.ts';

/**
 * A notification centre, in place of the system's: a machine without a desktop has none, and the windows that Firefox
 * shows instead close when they like. Evaluated in Firefox's own window, once a start.
 */
export function alerts() {
  const { ChromeUtils, Components, Ci, Services } = globalThis as unknown as Gecko;
  const standing = new Map<string, AlertListener>();

  const service = {
    QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
    showAlert({ name }: Alert, listener: AlertListener): void {
      standing.set(name, listener);
      listener.observe(null, 'alertshow', null);
    },
    closeAlert(name: string): void {
      const listener = standing.get(name);
      standing.delete(name);
      listener?.observe(null, 'alertfinished', null);
    },
  };
  Components.manager
    .QueryInterface(Ci.nsIComponentRegistrar)
    .registerFactory(Services.uuid.generateUUID(), 'Notification centre', '@mozilla.org/alerts-service;1', {
      QueryInterface: ChromeUtils.generateQI(['nsIFactory']),
      createInstance: (wanted: object) => service.QueryInterface(wanted),
    });

  return {
    names: (): string[] => [...standing.keys()],
    press: (name: string): void => standing.get(name)?.observe(null, 'alertclickcallback', null),
    close: service.closeAlert,
    closeAll: (): void => [...standing.keys()].forEach(service.closeAlert),
  };
}

export type Alerts = ReturnType<typeof alerts>;
