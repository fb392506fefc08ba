import type { Connection } from '@/utils/domain/account/connection.ts';

/** A connection of which nothing is known but where it belongs. */
export const connection: Connection = {
  id: 'north',
  marketplace: 'amazon',
  site: 'de',
  region: 'EU',
  integration: 'microtech',
  name: 'Nordlicht',
  apps: [],
  account: {},
  createdAt: 0,
  updatedAt: 0,
};
