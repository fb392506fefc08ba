import type { JSX } from 'preact';
import { i18n } from '#i18n';
import {
  ArchiveIcon,
  BellIcon,
  GearIcon,
  ListIcon,
  PulseIcon,
  TimelineIcon,
} from '@/components/parts/icons.tsx';
import { Connections } from './connections/Connections.tsx';
import { Data } from './data/Data.tsx';
import { Receipts } from './receipts/Receipts.tsx';
import { Diagnostics } from './settings/Diagnostics.tsx';
import { Reminders } from './settings/Reminders.tsx';
import { Settings } from './settings/Settings.tsx';
import { Timeline } from './timeline/Timeline.tsx';

export interface Section {
  /** Its name in the address: `#connections`. */
  id: string;
  title: () => string;
  Icon: (props: { size?: number }) => JSX.Element;
  /** What it shows; `detail` is what the address names in it: `#connections/<detail>`. */
  Content: (props: { detail: string | undefined }) => JSX.Element | null;
  /** Reached from where it belongs, not from the list of sections. */
  unlisted?: true;
}

/** The dashboard's sections in their order; the first one is shown where the address names none. */
export const sections: readonly [Section, ...Section[]] = [
  { id: 'connections', title: () => i18n.t('dashboard.connections'), Icon: ListIcon, Content: Connections },
  { id: 'timeline', title: () => i18n.t('dashboard.timeline'), Icon: TimelineIcon, Content: Timeline },
  { id: 'reminders', title: () => i18n.t('reminder.heading'), Icon: BellIcon, Content: Reminders },
  { id: 'data', title: () => i18n.t('dashboard.data'), Icon: ArchiveIcon, Content: Data },
  { id: 'settings', title: () => i18n.t('dashboard.settings'), Icon: GearIcon, Content: Settings },
  {
    id: 'receipt',
    title: () => i18n.t('proof.title'),
    Icon: ArchiveIcon,
    Content: Receipts,
    unlisted: true,
  },
  {
    id: 'diagnostics',
    title: () => i18n.t('diagnostics.heading'),
    Icon: PulseIcon,
    Content: Diagnostics,
  },
];
