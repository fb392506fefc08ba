import { type App, createApp } from '@/utils/flows/app.ts';
import { createPorts } from '../fakes/ports.ts';
import type { Listener, World } from '../fakes/world.ts';
import { Order } from './order.ts';
import type { Fault } from './script.ts';

/** How something ended that the extension was told or asked. */
export type End<T = unknown> = { is: 'done'; answer: T } | { is: 'refused'; error: unknown } | { is: 'cut' };

interface Worker {
  app: App;
  ready: Promise<void>;
  isDead: boolean;
  cuts: Set<() => void>;
}

/** The browser around the extension: starts a worker for whatever happens, and tells it. */
export class Browser implements Listener {
  #worker: Worker | undefined;
  readonly order: Order;
  /** In which life of the extension its worker was started. */
  #life = 0;
  #told = 0;
  /** What was asked and is not answered yet. */
  readonly open = new Set<string>();

  readonly world: World;

  constructor(world: World) {
    this.world = world;
    this.order = new Order(
      (is) => this.strike(is),
      () => {
        world.now += 1;
      },
    );
    world.listener = this;
    world.later = (task) => void this.order.call('browser.event').then(task, task);
  }

  #start(): Worker {
    const { world, order } = this;
    const never = new Promise<never>(() => {});
    const hook = async (call: string): Promise<void> => {
      if (worker.isDead) await never;
      await order.call(call);
      if (worker.isDead) await never;
    };
    const app = createApp(createPorts(world, hook));
    const worker: Worker = { app, ready: Promise.resolve(), isDead: false, cuts: new Set() };
    this.#worker = worker;
    worker.ready = app.wake();
    return worker;
  }

  /** Tells the extension something, or asks it: a worker is started where none lives. */
  async tell<T>(what: string, task: (app: App) => Promise<T> | T): Promise<End<T>> {
    // An update has taken the worker away.
    if (this.#worker && this.#life !== this.world.life) this.kill();
    this.#life = this.world.life;
    const worker = this.#worker ?? this.#start();
    if (worker.isDead) return { is: 'cut' };
    this.#told += 1;
    const label = `${what} ${this.#told}`;
    this.open.add(label);
    const cut = new Promise<End<T>>((resolve) => worker.cuts.add(() => resolve({ is: 'cut' })));
    const done = worker.ready
      .then(() => task(worker.app))
      .then(
        (answer): End<T> => ({ is: 'done', answer }),
        (error: unknown): End<T> => ({ is: 'refused', error }),
      );
    const end = await Promise.race([done, cut]);
    this.open.delete(label);
    return end;
  }

  /** The worker dies: nothing of what it has begun comes back. */
  kill(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    if (!worker) return;
    worker.isDead = true;
    for (const cut of worker.cuts) cut();
  }

  /** What happens where a fault strikes. */
  strike(is: Fault['is']): void {
    this.kill();
    if (is !== 'browser-ends') return;
    this.world.restartBrowser();
    this.#life = this.world.life;
    queueMicrotask(() => void this.tell('startup', (app) => app.changed()));
  }

  /** The alarm rings where its time has come. */
  ring(): void {
    const { world } = this;
    if (world.alarmAt === undefined || world.alarmAt > world.now) return;
    world.alarmAt = undefined;
    void this.tell('alarm', async (app) => {
      await app.renewals.tick();
      app.changed();
    });
  }

  jarOf = (tabId: number): string => this.world.jarOfTab.get(tabId) ?? '0';

  tabRemoved(tabId: number): void {
    void this.tell('tab removed', async (app) => {
      await app.ports.stops.drop(tabId);
      await app.ports.confirmations.drop(tabId);
      await app.doctor.closed(tabId);
      for (const run of await app.runs.living())
        await app.runs.dispatch(run.id, { type: 'tab-closed', tabId, at: this.world.now });
      await app.containers.tabClosed(tabId);
    });
  }

  containerRemoved(jar: string): void {
    void this.tell('container removed', (app) => app.containers.removed(jar));
  }

  stopped(url: string, tabId: number): void {
    void this.tell('stopped', (app) => app.guard.stopped(url, tabId, this.jarOf(tabId))).then(() =>
      this.tell('guard page', (app) => app.guard.view(tabId, this.jarOf(tabId))),
    );
  }

  arrived(url: string, tabId: number): void {
    if (!url.startsWith('https://vendor.')) {
      void this.tell('page', (app) => app.pages.arrived(tabId, url));
    }
  }
}
