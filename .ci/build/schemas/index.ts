/**
 * What a build holds in place of `zod/mini`: of its ways to describe a value those that our schemas use, at a tenth of
 * its size and of the time in which a worker starts. Sources and their types come from zod. A test compares what both
 * say of every schema that ships, for values that fit and for values that do not
 * (`tests/build/schemas.test.ts`); what zod has and this has not does not build.
 */
export {
  maximum,
  maxLength,
  minimum,
  minLength,
  nonnegative,
  overwrite,
  refine,
  regex,
  trim,
} from './checks.ts';
export {
  array,
  discriminatedUnion,
  extend,
  intersection,
  object,
  omit,
  optional,
  pick,
  pipe,
  record,
  record as partialRecord,
  transform,
  tuple,
  union,
} from './composed.ts';
export {
  boolean,
  enum,
  int,
  iso,
  lazy,
  literal,
  null,
  number,
  regexes,
  string,
  undefined,
  unknown,
  // Only for what nobody parses.
  unknown as custom,
  url,
} from './plain.ts';
