import type {
  Alarm,
  BrowserFacts,
  Clock,
  GuardRuleStore,
  Health,
  Notifications,
  Overlay,
  Policy,
  Popups,
  Tabs,
  Toolbar,
  Updates,
  Watch,
} from './browser.ts';
import type {
  BackupStore,
  Connections,
  Exemptions,
  Grants,
  Reminded,
  SettingsStore,
  Suggestions,
} from './records.ts';
import type { Confirmations, Ledger, PendingAnswers, RunMemory, Stops } from './runs.ts';
import type { Asides, Containers, Jars, Looks, Markers, PrivateWindows } from './session.ts';
import type { ReplicaStore, SyncArea } from './sync.ts';
import type { UnreadableRows } from './unreadable.ts';
import type { UpcomingIndex } from './upcoming.ts';

/** The outside world as the flows see it. `utils/platform` and `utils/db` implement it, `tests/fakes` imitates it. */
export interface Ports {
  /** How things are with the browser, for diagnostics. */
  facts(): Promise<BrowserFacts>;
  clock: Clock;
  memory: RunMemory;
  stops: Stops;
  confirmations: Confirmations;
  ledger: Ledger;
  connections: Connections;
  grants: Grants;
  suggestions: Suggestions;
  exemptions: Exemptions;
  settings: SettingsStore;
  backup: BackupStore;
  replica: ReplicaStore;
  syncArea: SyncArea;
  policy: Policy;
  reminded: Reminded;
  upcoming: UpcomingIndex;
  unreadable: UnreadableRows;
  notifications: Notifications;
  pendingAnswers: PendingAnswers;
  jars: Jars;
  asides: Asides;
  markers: Markers;
  looks: Looks;
  containers: Containers;
  popups: Popups;
  updates: Updates;
  guardRules: GuardRuleStore;
  watch: Watch;
  tabs: Tabs;
  privateWindows: PrivateWindows;
  toolbar: Toolbar;
  overlay: Overlay;
  alarm: Alarm;
  health: Health;
  /** A new random id. */
  newId(): string;
}
