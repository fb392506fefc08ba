import type { CDPSession } from 'puppeteer-core';
import {
  isolatedDeclaration,
  libraryMissing,
  librarySource,
  parseResult,
  plainDeclaration,
  rootsMissing,
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

/** The driver's world in the document that a session shows, as far as it is known. */
const worlds = new WeakMap<CDPSession, number>();

/** The world that the driver has in every document, beside the page's scripts; the same one at every call. */
async function worldOf(session: CDPSession): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName,
  });
  worlds.set(session, executionContextId);
  return executionContextId;
}

/** Runs a script in that world. */
export async function provide(session: CDPSession, source: string): Promise<void> {
  const contextId = await worldOf(session);
  readOutcome(await session.send('Runtime.evaluate', { expression: source, contextId }));
}

const isNoContext = (error: unknown): boolean => /Cannot find context/u.test(String(error));

/** Calls a function in a world; {@link libraryMissing} where that world is gone. */
async function callIn(
  session: CDPSession,
  executionContextId: number,
  functionDeclaration: string,
  args: object[],
): Promise<string | undefined> {
  const calling = session.send('Runtime.callFunctionOn', {
    functionDeclaration,
    executionContextId,
    arguments: args,
    awaitPromise: true,
    returnByValue: true,
  });
  return calling.then(readOutcome, (error: unknown) => {
    if (isNoContext(error)) return libraryMissing;
    throw error;
  });
}

/** Hands a document's closed shadow roots over to a function; asking for them has the whole document told. */
async function callWithRoots(
  session: CDPSession,
  executionContextId: number,
  functionDeclaration: string,
  args: object[],
): Promise<string | undefined> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  try {
    const roots = await Promise.all(
      [...closedRoots(root)].map((backendNodeId) =>
        session.send('DOM.resolveNode', { backendNodeId, executionContextId, objectGroup }),
      ),
    );
    const objects = roots.map(({ object: { objectId = '' } }) => ({ objectId }));
    return await callIn(session, executionContextId, functionDeclaration, [...args, ...objects]);
  } finally {
    await session.send('Runtime.releaseObjectGroup', { objectGroup }).catch(() => undefined);
  }
}

/** Runs a function in that world. */
export async function runIsolated<R>(
  session: CDPSession,
  fn: { toString(): string },
  args: unknown[],
): Promise<R> {
  const argument = [{ value: JSON.stringify(args) }];
  const call = (world: number) => callIn(session, world, isolatedDeclaration(fn, false), argument);
  let world = worlds.get(session) ?? (await worldOf(session));
  let result = await call(world);
  // The document is another one, which may have given the number to another world; that has no library either.
  if (result === libraryMissing) {
    world = await worldOf(session);
    result = await call(world);
  }
  if (result === libraryMissing) {
    await provide(session, librarySource);
    result = await call(world);
  }
  if (result === rootsMissing)
    result = await callWithRoots(session, world, isolatedDeclaration(fn, true), argument);
  return parseResult(result);
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
