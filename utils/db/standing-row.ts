import { candidatesOf, type Grant } from '../domain/account/grant.ts';

/** Of a connection's grants those that can stand for it, whichever account it expects. */
export interface StandingRow {
  connectionId: string;
  grants: Grant[];
}

/** The row of a connection with these grants. */
export const standingRow = (connectionId: string, grants: readonly Grant[]): StandingRow => ({
  connectionId,
  grants: candidatesOf(grants),
});
