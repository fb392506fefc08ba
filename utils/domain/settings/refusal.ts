/**
 * Why the database does not let us read or write.
 *
 * - `full`: the disk, or what the browser gives us of it.
 * - `blocked`: something else holds it open in an older version.
 * - `newer`: a newer version of the extension wrote it.
 * - `damaged`: the browser cannot read what it wrote.
 * - `refused`: anything else, such as a profile in which nothing may be kept.
 */
export type Refusal = 'full' | 'blocked' | 'newer' | 'damaged' | 'refused';
