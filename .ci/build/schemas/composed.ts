import { below, hasAborted, type Look, type Payload, refuse, type Schema, schema } from './schema.ts';

type Shape = Record<string, Schema>;
type Members = Record<string, unknown>;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object that is nothing but its members. */
function isPlain(value: unknown): value is Members {
  if (!isObject(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.hasOwn(prototype, 'isPrototypeOf');
}

const look = (at: Schema, value: unknown): Payload => at.run({ value, issues: [] });

/** Puts what became of a member where it belongs, and what there is against it. */
function take(into: Payload, key: string | number, read: Payload): void {
  if (read.issues.length > 0) into.issues.push(...below(key, read.issues));
  (into.value as Record<string | number, unknown>)[key] = read.value;
}

export function object(shape: Shape): Schema {
  const run: Look = (payload) => {
    const given = payload.value;
    if (!isObject(given)) return refuse(payload, 'invalid_type');
    payload.value = {};
    for (const [key, member] of Object.entries(shape)) {
      const isThere = key in given;
      if (!isThere && member.optional) continue;
      const read = look(member, given[key]);
      if (!isThere && read.issues.length === 0)
        payload.issues.push({ code: 'invalid_type', input: undefined, path: [key] });
      else if (isThere || read.issues.length > 0) take(payload, key, read);
    }
    return payload;
  };
  return schema(run, { shape });
}

const shapeOf = (of: Schema): Shape => of.shape ?? {};
const only = (shape: Shape, isWanted: (key: string) => boolean): Schema =>
  object(Object.fromEntries(Object.entries(shape).filter(([key]) => isWanted(key))));

export const extend = (base: Schema, shape: Shape): Schema => object({ ...shapeOf(base), ...shape });
export const pick = (base: Schema, which: Record<string, true>): Schema =>
  only(shapeOf(base), (key) => key in which);
export const omit = (base: Schema, which: Record<string, true>): Schema =>
  only(shapeOf(base), (key) => !(key in which));

export function optional(inner: Schema): Schema {
  return schema((payload) => (payload.value === undefined ? payload : inner.run(payload)), {
    optional: true,
  });
}

export function array(item: Schema): Schema {
  return schema((payload) => {
    const given = payload.value;
    if (!Array.isArray(given)) return refuse(payload, 'invalid_type');
    payload.value = [];
    for (const [index, each] of given.entries()) take(payload, index, look(item, each));
    return payload;
  });
}

/** A list of as many items as there are schemas. */
export function tuple(items: readonly Schema[]): Schema {
  return schema((payload) => {
    const given = payload.value;
    if (!Array.isArray(given)) return refuse(payload, 'invalid_type');
    if (given.length < items.length) return refuse(payload, 'too_small', { origin: 'array' });
    if (given.length > items.length) refuse(payload, 'too_big', { origin: 'array' });
    payload.value = [];
    items.forEach((item, index) => {
      take(payload, index, look(item, given[index]));
    });
    return payload;
  });
}

/** An object with names of one kind and values of another; some of the names, where they can be counted. */
export function record(name: Schema, value: Schema): Schema {
  return schema((payload) => {
    const given = payload.value;
    if (!isPlain(given)) return refuse(payload, 'invalid_type');
    payload.value = {};
    let unknown = false;
    for (const [key, each] of Object.entries(given)) {
      if (key === '__proto__') continue;
      const read = look(name, key);
      if (read.issues.length === 0) {
        const written = String(read.value);
        if (written === '__proto__') continue;
        const { issues, value: kept } = look(value, each);
        payload.issues.push(...below(key, issues));
        (payload.value as Members)[written] = kept;
      } else if (name.values) unknown = true;
      else payload.issues.push({ code: 'invalid_key', origin: 'record', input: key, path: [key] });
    }
    if (unknown) payload.issues.push({ code: 'unrecognized_keys', input: given, continue: true });
    return payload;
  });
}

export function union(options: readonly Schema[]): Schema {
  return schema((payload) => {
    const read = options.map((option) => look(option, payload.value));
    const fits = read.find(({ issues }) => issues.length === 0);
    if (fits) return fits;
    const [nearest, ...others] = read.filter((each) => !hasAborted(each));
    return nearest && others.length === 0 ? nearest : refuse(payload, 'invalid_union');
  });
}

/** One of these objects, told apart by one of their members. */
export function discriminatedUnion(by: string, options: readonly Schema[]): Schema {
  const known = new Map(
    options.flatMap((option) =>
      [...(shapeOf(option)[by]?.values ?? [])].map((value): [unknown, Schema] => [value, option]),
    ),
  );
  return schema((payload) => {
    const given = payload.value;
    if (!isObject(given)) return refuse(payload, 'invalid_type');
    const option = known.get(given[by]);
    return option ? option.run(payload) : refuse(payload, 'invalid_union', { path: [by] });
  });
}

/** Two objects in one. */
export function intersection(left: Schema, right: Schema): Schema {
  return schema((payload) => {
    const [one, other] = [look(left, payload.value), look(right, payload.value)];
    payload.issues.push(...one.issues, ...other.issues);
    if (payload.issues.length === 0)
      payload.value = { ...(one.value as Members), ...(other.value as Members) };
    return payload;
  });
}

export function transform(how: (value: never) => unknown): Schema {
  return schema((payload) => ({ ...payload, value: how(payload.value as never) }));
}

/** First the one, and where it has nothing to say the other. */
export function pipe(first: Schema, then: Schema): Schema {
  return schema((payload) => {
    const read = first.run(payload);
    if (read.issues.some(({ code }) => code !== 'unrecognized_keys')) return { ...read, aborted: true };
    return then.run(read);
  });
}
