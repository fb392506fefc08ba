import { type CleaningPlan, type Cookie, identity, isWithin } from '@/utils/domain/session/cleaning.ts';
import { MARKER_LIFE } from '@/utils/domain/session/marker.ts';
import type {
  Asides,
  Containers,
  Jars,
  Looks,
  Markers,
  PrivateWindows,
} from '@/utils/flows/ports/session.ts';
import type { World } from '../world.ts';

export function jarsOf(world: World): Jars {
  const reaches = (plan: CleaningPlan, jar: string) => (cookie: Cookie) =>
    cookie.storeId === jar && plan.domains.some(({ domain }) => isWithin(cookie.domain, domain));
  return {
    read: async (plan, jar) => {
      const withheld = world.withheld.filter((each) => plan.domains.some(({ domain }) => domain === each));
      if (withheld.length > 0) throw new Error(`No permission for ${withheld.join()}`);
      return structuredClone(world.cookies.filter(reaches(plan, jar)));
    },
    clear: async (plan, jar) => {
      if (world.containers && jar.startsWith('container-') && !world.containers.has(jar))
        throw new Error(`Invalid cookieStoreId: ${jar}`);
      const isReached = reaches(plan, jar);
      world.cookies = world.cookies.filter((cookie) => !isReached(cookie) || world.stubborn.has(cookie.name));
      return { localStorage: 'requested' };
    },
    remove: async (cookie) => {
      const same = identity(cookie);
      world.cookies = world.cookies.filter(
        (each) => identity(each) !== same || world.stubborn.has(`${cookie.name}!`),
      );
    },
    write: async (cookie) => {
      const isHidden = world.withheld.some((domain) => isWithin(cookie.domain, domain));
      if (isHidden || world.unsettable.has(cookie.name)) throw new Error('Failed to parse or set cookie');
      const same = (each: Cookie): boolean => identity(each) === identity(cookie);
      world.cookies = [...world.cookies.filter((each) => !same(each)), structuredClone(cookie)];
    },
  };
}

export const asidesOf = (world: World): Asides => ({
  keep: async (runId, cookies) => {
    if (world.asideTooSmall) throw new Error('Session storage quota bytes exceeded');
    world.asides.set(runId, structuredClone(cookies));
  },
  get: async (runId) => structuredClone(world.asides.get(runId)),
  drop: async (runId) => {
    world.asides.delete(runId);
  },
  all: async () => [...world.asides.keys()],
});

export const markersOf = (world: World): Markers => ({
  tabsTell: world.tabsTell,
  set: async (marker) => {
    if (world.cookiesRefused) throw new Error('First-Party Isolation is enabled');
    world.markers.push({ ...marker, jar: world.reached(marker.jar), ends: world.now + MARKER_LIFE });
  },
  find: async (marker) =>
    world.markers.flatMap(({ name, jar, ends = Number.POSITIVE_INFINITY }) =>
      name === marker.name && ends > world.now ? [jar] : [],
    ),
  remove: async (marker) => {
    world.markers = world.markers.filter(({ name }) => name !== marker.name);
  },
});

export const looksOf = (world: World): Looks => ({
  all: async () => structuredClone([...world.looks]),
  get: async (tabId) => structuredClone(world.looks.get(tabId)),
  put: async (tabId, look) => {
    world.looks.set(tabId, structuredClone(look));
  },
  drop: async (tabId) => {
    world.looks.delete(tabId);
    world.told.delete(tabId);
  },
  tell: async (tabId, names) => {
    world.told.set(tabId, names);
  },
  told: async (tabId) => world.told.get(tabId),
});

export function containersOf(world: World): Containers {
  const tabsOf = (jar: string): number[] =>
    [...world.jarOfTab].flatMap(([id, each]) => (each === jar ? [id] : []));
  return {
    available: async (jar) => world.containers !== undefined && jar !== 'private',
    all: async () => [...(world.containers ?? [])].map(([jar, { name }]) => ({ jar, name })),
    exists: async (jar) => world.containers?.has(jar) === true,
    colours: async () => ['blue', 'green', 'red'],
    create: async ({ name, colour }) => {
      if (!world.containers) throw new Error('Contextual identities are currently disabled');
      const jar = `container-${++world.ids}`;
      world.containers.set(jar, { name, colour });
      return jar;
    },
    tabs: async (jar) => tabsOf(jar),
    openTab: async (jar) => {
      if (!world.containers?.has(jar)) throw new Error(`No cookie store exists with ID ${jar}`);
      const tabId = 1000 + ++world.ids;
      world.tabs.set(tabId, 'guard');
      world.jarOfTab.set(tabId, jar);
      return tabId;
    },
    closeTabs: async (jar) => {
      for (const tabId of tabsOf(jar)) world.close(tabId);
    },
    remove: async (jar) => {
      if (!world.containers?.has(jar)) throw new Error(`Invalid contextual identity: ${jar}`);
      if ([...world.jarOfTab.values()].includes(jar)) throw new Error('tabs would live on a dead jar');
      world.removeContainer(jar);
    },
  };
}

export const privateWindowsOf = (world: World): PrivateWindows => ({
  allowed: async () => world.privateAllowed,
  open: async (url) => {
    world.openedPrivately.push(url);
  },
  any: async () => world.privateWindowOpen,
});
