/** A part of a dependency that a build leaves out, word for word. */
export interface Part {
  /** The end of the file's path. */
  file: string;
  /** Where the part begins, and where what is kept begins again. */
  from: string;
  to: string;
  instead: string;
}

/** @throws Error where the part is not there: another version of the dependency has to be looked at. */
export function without(code: string, { file, from, to, instead }: Part): string {
  const start = code.indexOf(from);
  const end = code.indexOf(to, start + 1);
  if (start < 0 || end < 0) throw new Error(`${file} has changed: look again at what the build leaves out.`);
  return code.slice(0, start) + instead + code.slice(end);
}
