import { describe, expect, it } from 'vitest';
import { suggestedMode } from '@/utils/domain/account/connection.ts';
import { containerColour, containerName } from '@/utils/domain/account/container-look.ts';
import type { Cookie } from '@/utils/domain/session/cleaning.ts';
import { loginsDigest } from '@/utils/domain/session/container.ts';
import type { CleanMode } from '@/utils/domain/session/modes.ts';

const FIREFOX: CleanMode[] = ['set-aside', 'container', 'clear'];
const CHROMIUM: CleanMode[] = ['set-aside', 'clear'];

describe('the suggested mode', () => {
  const desktop = { integration: 'microtech', marketplace: 'amazon' } as const;
  const web = { integration: 'magnalister', marketplace: 'amazon' } as const;

  it('is a container for desktop programs where there are containers, and to set aside elsewhere', () => {
    expect(suggestedMode(desktop, FIREFOX)).toBe('container');
    expect(suggestedMode(desktop, CHROMIUM)).toBe('set-aside');
    expect(suggestedMode(web, FIREFOX)).toBe('set-aside');
  });

  it('is the last one, where the browser has it', () => {
    expect(suggestedMode({ ...desktop, lastMode: 'clear' }, FIREFOX)).toBe('clear');
    expect(suggestedMode({ ...web, lastMode: 'container' }, FIREFOX)).toBe('container');
    expect(suggestedMode({ ...web, lastMode: 'container' }, FIREFOX, 'clear')).toBe('container');
    expect(suggestedMode(desktop, FIREFOX, 'clear')).toBe('clear');
    expect(suggestedMode(desktop, CHROMIUM, 'container')).toBe('set-aside');
    expect(suggestedMode({ ...web, lastMode: 'container' }, CHROMIUM)).toBe('set-aside');
  });
});

describe('a container', () => {
  it('has the connection’s name, bounded, and always the same of the browser’s colours', () => {
    expect(containerName({ name: 'x'.repeat(200) })).toHaveLength(40);
    const colours = ['blue', 'green', 'red'];
    expect(colours).toContain(containerColour({ id: 'some-id' }, colours));
    expect(containerColour({ id: 'some-id' }, colours)).toBe(containerColour({ id: 'some-id' }, colours));
  });
});

describe('the digest of a sign-in', () => {
  const login: Cookie = {
    name: 'at-main',
    value: 'secret-canary',
    domain: 'amazon.com',
    hostOnly: false,
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    storeId: 'jar',
  };
  const other = { ...login, name: 'i18n-prefs', value: 'EUR' };

  it('is the same whatever else lies in the jar, and in whatever order', () => {
    const second = { ...login, name: 'x-main', value: 'who' };
    const digest = loginsDigest('amazon', [login, second], 'salt');
    expect(loginsDigest('amazon', [second, other, login], 'salt')).toBe(digest);
    expect(digest).not.toContain('canary');
  });

  it('tells another value, one more login and another connection', () => {
    const digest = loginsDigest('amazon', [login], 'salt');
    const more = { ...login, name: 'x-main', value: 'who' };
    expect(loginsDigest('amazon', [{ ...login, value: 'another' }], 'salt')).not.toBe(digest);
    expect(loginsDigest('amazon', [login, more], 'salt')).not.toBe(digest);
    expect(loginsDigest('amazon', [login], 'pepper')).not.toBe(digest);
  });

  it('is none where nobody is signed in', () => {
    expect(loginsDigest('amazon', [other], 'salt')).toBeUndefined();
  });
});
