import {
  isolatedDeclaration,
  libraryMissing,
  librarySource,
  parseResult,
  plainDeclaration,
  rootsMissing,
  worldName,
} from '../page-library/library.ts';
import type { Bidi } from './bidi.ts';

type ScriptResult =
  | { type: 'success'; result: { value?: string } }
  | { type: 'exception'; exceptionDetails: { text: string } };

interface NodeValue {
  sharedId: string;
  value?: { shadowRoot?: NodeValue | null; mode?: 'open' | 'closed' };
}

/** What can have no shadow root and is in most pages; leaving it out makes the answer small. */
const hostless =
  'a,abbr,b,br,button,code,dd,dl,dt,em,fieldset,form,head,head *,hr,i,iframe,img,input,label,legend,li,ol,' +
  'option,pre,script,select,small,strong,style,sub,sup,svg,svg *,table,tbody,td,template,textarea,th,thead,tr,ul';

async function call(bidi: Bidi, target: object, functionDeclaration: string, args: object[]) {
  const outcome = await bidi.send<ScriptResult>('script.callFunction', {
    functionDeclaration,
    awaitPromise: true,
    target,
    arguments: args,
  });
  if (outcome.type === 'exception') throw new Error(outcome.exceptionDetails.text);
  return outcome.result.value;
}

function asArgument(args: unknown[]): object {
  return { type: 'string', value: JSON.stringify(args) };
}

/** Runs a function in the world of the page or, in the browser's own window, with its rights. */
export async function runInContext<R>(
  bidi: Bidi,
  context: string,
  fn: { toString(): string },
  args: unknown[],
): Promise<R> {
  return parseResult(await call(bidi, { context }, plainDeclaration(fn), [asArgument(args)]));
}

/** Level by level: the protocol finds the roots of a document, then those inside these. */
async function closedRoots(bidi: Bidi, context: string): Promise<object[]> {
  const closed: object[] = [];
  let level: NodeValue[] | undefined;
  do {
    const { nodes } = await bidi.send<{ nodes: NodeValue[] }>('browsingContext.locateNodes', {
      context,
      locator: { type: 'css', value: `:not(${hostless})` },
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0 },
      ...(level === undefined ? {} : { startNodes: level.map(({ sharedId }) => ({ sharedId })) }),
    });
    level = nodes.flatMap(({ value }) => value?.shadowRoot ?? []);
    for (const { sharedId, value } of level) if (value?.mode === 'closed') closed.push({ sharedId });
  } while (level.length > 0);
  return closed;
}

/** Runs a script beside the page's own, in the sandbox that the driver has in every document. */
export async function provide(bidi: Bidi, context: string, source: string): Promise<void> {
  const target = { context, sandbox: worldName };
  await bidi.send('script.evaluate', { expression: source, awaitPromise: false, target });
}

/** Runs a function in that sandbox. */
export async function runIsolated<R>(
  bidi: Bidi,
  context: string,
  fn: { toString(): string },
  args: unknown[],
): Promise<R> {
  const target = { context, sandbox: worldName };
  const run = (knowsRoots: boolean, roots: object[] = []) =>
    call(bidi, target, isolatedDeclaration(fn, knowsRoots), [asArgument(args), ...roots]);
  let result = await run(false);
  if (result === libraryMissing) {
    await provide(bidi, context, librarySource);
    result = await run(false);
  }
  if (result === rootsMissing) result = await run(true, await closedRoots(bidi, context));
  return parseResult(result);
}
