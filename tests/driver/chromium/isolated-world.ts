import type { CDPSession } from 'puppeteer-core';
import {
  isolatedDeclaration,
  libraryMissing,
  librarySource,
  parseResult,
  plainDeclaration,
  worldName,
} from '../page-library/library.ts';

/** The shape that a result and an error of the Runtime domain have in common. */
interface Outcome {
  result: { value?: string };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

function readOutcome({ result, exceptionDetails }: Outcome): string | undefined {
  if (exceptionDetails === undefined) return result.value;
  throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}

/** The part of a DOM tree that leads to shadow roots. */
interface Branch {
  backendNodeId: number;
  shadowRootType?: string;
  children?: Branch[];
  shadowRoots?: Branch[];
}

function* closedRoots(node: Branch): Generator<number> {
  if (node.shadowRootType === 'closed') yield node.backendNodeId;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) yield* closedRoots(child);
}

const objectGroup = 'driver';

/** The world that the driver has in every document, beside the page's scripts; the same one at every call. */
async function worldOf(session: CDPSession): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName,
  });
  return executionContextId;
}

/** Runs a script in that world. */
export async function provide(session: CDPSession, source: string): Promise<void> {
  const contextId = await worldOf(session);
  readOutcome(await session.send('Runtime.evaluate', { expression: source, contextId }));
}

/** Runs a function in that world. */
export async function runIsolated<R>(
  session: CDPSession,
  fn: { toString(): string },
  args: unknown[],
): Promise<R> {
  const executionContextId = await worldOf(session);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  try {
    const roots = await Promise.all(
      [...closedRoots(root)].map((backendNodeId) =>
        session.send('DOM.resolveNode', { backendNodeId, executionContextId, objectGroup }),
      ),
    );
    const call = async () =>
      readOutcome(
        await session.send('Runtime.callFunctionOn', {
          functionDeclaration: isolatedDeclaration(fn),
          executionContextId,
          arguments: [
            { value: JSON.stringify(args) },
            ...roots.map(({ object: { objectId = '' } }) => ({ objectId })),
          ],
          awaitPromise: true,
          returnByValue: true,
        }),
      );
    let result = await call();
    if (result === libraryMissing) {
      await provide(session, librarySource);
      result = await call();
    }
    return parseResult(result);
  } finally {
    await session.send('Runtime.releaseObjectGroup', { objectGroup }).catch(() => undefined);
  }
}

/** Runs a function in the page's own world; puppeteer's `evaluate` would give the page user activation. */
export async function runInPage<R>(
  session: CDPSession,
  fn: { toString(): string },
  args: unknown[],
): Promise<R> {
  const expression = `(${plainDeclaration(fn)})(${JSON.stringify(JSON.stringify(args))})`;
  const outcome = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  return parseResult(readOutcome(outcome));
}
