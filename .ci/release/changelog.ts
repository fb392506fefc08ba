import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const VERSION = /^## \[(\d+\.\d+\.\d+)\] – (unreleased|\d{4}-\d{2}-\d{2})$/m;

/** The newest version of a changelog, and the day of its release, if that is over. @throws Error without a version */
export function newestIn(changelog: string): { version: string; releasedOn?: string } {
  const [, version, day] = VERSION.exec(changelog) ?? [];
  if (version === undefined) throw new Error('CHANGELOG.md has no heading “## [1.2.3] – 2026-01-31”.');
  return { version, ...(day !== 'unreleased' && { releasedOn: day }) };
}

/** What the newest version of a changelog says, for its release notes. */
export function notesIn(changelog: string): string {
  const [, rest = ''] = changelog.split(VERSION.exec(changelog)?.[0] ?? '');
  return (rest.split(/^## /m)[0] ?? '').trim();
}

/** This project's changelog. */
export const changelog = (): string => readFileSync(join(import.meta.dirname, '../../CHANGELOG.md'), 'utf8');
