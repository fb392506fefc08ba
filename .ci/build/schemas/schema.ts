/** What a schema has against a value, as far as anything of ours reads it. */
export interface Issue {
  code: string;
  input?: unknown;
  path: PropertyKey[];
  origin?: string;
  format?: string;
}

/** An issue while the value is still looked at. Without `continue` no further check reads the value. */
export type Raised = Omit<Issue, 'path'> & { path?: PropertyKey[]; continue?: boolean };

/** A value on its way through a schema. */
export interface Payload {
  value: unknown;
  issues: Raised[];
  aborted?: true;
}

/** Looks at a payload and returns it, or another one in its place. */
export type Look = (payload: Payload) => Payload;

/** Looks at a value that has the right type, and may change it. */
export interface Check {
  (payload: Payload): void;
  /** A check of a length: it also reads a value against which something was said before. */
  ofLength?: true;
  /** The greatest length that it lets through. */
  most?: number;
}

type Result = { success: true; data: unknown } | { success: false; error: { issues: Issue[] } };

/** What is known of a schema beside how it looks at a value. */
interface Traits {
  /** As a member of an object it may be absent. */
  optional?: true;
  /** All values that it lets through, where they can be counted. */
  values?: ReadonlySet<unknown>;
  options?: readonly unknown[];
  shape?: Readonly<Record<string, Schema>>;
}

export interface Schema extends Traits {
  run: Look;
  check(...checks: Check[]): Schema;
  parse(value: unknown): unknown;
  safeParse(value: unknown, asked?: { reportInput?: boolean }): Result;
}

/** Whether no check may read the value any more. */
export const hasAborted = ({ aborted, issues }: Payload): boolean =>
  aborted === true || issues.some((issue) => issue.continue !== true);

/** Whether nothing at all is to be looked at any more. */
const isOver = ({ aborted, issues }: Payload): boolean =>
  aborted === true || issues.some((issue) => issue.continue === false);

/** Below which member or item issues were found. */
export function below(key: PropertyKey, issues: readonly Raised[]): Raised[] {
  return issues.map((issue) => ({ ...issue, path: [key, ...(issue.path ?? [])] }));
}

/** Says something against a value. */
export function refuse(payload: Payload, code: string, more: Partial<Raised> = {}): Payload {
  payload.issues.push({ code, input: payload.value, ...more });
  return payload;
}

function inTurn(payload: Payload, checks: readonly Check[]): Payload {
  for (const check of checks) {
    const { length } = (payload.value ?? {}) as { length?: unknown };
    if (check.ofLength ? !isOver(payload) && length !== undefined : !hasAborted(payload)) check(payload);
  }
  return payload;
}

/** The checks with a greatest length that stand before all that could change the value. */
function bounds(checks: readonly Check[]): Check[] {
  const other = checks.findIndex(({ ofLength }) => !ofLength);
  return checks.slice(0, other < 0 ? undefined : other).filter(({ most }) => most !== undefined);
}

/** A list that is too long is refused before any of its items is looked at. */
function bounded(look: Look, checks: readonly Check[]): Look {
  const own = bounds(checks);
  return (payload) => {
    const size = Array.isArray(payload.value) ? payload.value.length : -1;
    const passed = own.find(({ most = 0 }) => size > most);
    if (!passed) return look(payload);
    passed(payload);
    payload.issues[0] = { ...(payload.issues[0] as Raised), continue: false };
    return payload;
  };
}

/** A schema that looks at a value in this way and then checks it. */
export function schema(look: Look, traits: Traits = {}, checks: readonly Check[] = []): Schema {
  const first = bounded(look, checks);
  const run: Look = checks.length > 0 ? (payload) => inTurn(first(payload), checks) : look;
  const safeParse: Schema['safeParse'] = (value, { reportInput = false } = {}) => {
    const read = run({ value, issues: [] });
    if (read.issues.length === 0) return { success: true, data: read.value };
    const issues = read.issues.map(({ continue: _, input, path = [], ...issue }) => ({
      ...issue,
      path,
      ...(reportInput && { input }),
    }));
    return { success: false, error: { issues } };
  };
  return {
    ...traits,
    run,
    safeParse,
    check: (...more) => schema(look, traits, [...checks, ...more]),
    parse(value) {
      const read = safeParse(value);
      if (read.success) return read.data;
      throw new Error(
        read.error.issues.map(({ path, code }) => `${path.map(String).join('.')}: ${code}`).join(', '),
      );
    },
  };
}
