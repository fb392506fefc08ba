import { afterEach, describe, expect, it, vi } from 'vitest';
import { findBrowser, lookForBrowser, majorVersion, oldestVersion } from '../install/find-browser.ts';

describe('finding a browser', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each(['chromium', 'firefox'] as const)('finds a %s that is new enough', async (kind) => {
    expect(await majorVersion(findBrowser(kind))).toBeGreaterThanOrEqual(oldestVersion[kind]);
  });

  it('prefers the one that the environment names', () => {
    vi.stubEnv('GRANTKEEPER_FIREFOX', process.execPath);
    expect(lookForBrowser('firefox')).toBe(process.execPath);
  });

  it('refuses a named one that is no program', () => {
    vi.stubEnv('GRANTKEEPER_CHROMIUM', '/nowhere');
    expect(() => findBrowser('chromium')).toThrow('GRANTKEEPER_CHROMIUM is /nowhere, which is no program.');
  });
});
