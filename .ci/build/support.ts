/**
 * The oldest browsers that the manifests admit, by major version: Firefox's current ESR, and what Chromium released in
 * the last six months (looked up on 2026-11-30). Builds are made for them, tests refuse older ones.
 */
export const OLDEST = { chromium: 148, firefox: 153 } as const;
