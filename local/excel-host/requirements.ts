/**
 * What the library's own debug file says of its API: members of each class, and the requirement set of each member.
 * Read from node_modules when needed, never copied: the file is Microsoft's.
 */

/** One member's requirement set. */
export interface Requirement {
  set: string;
  version: string;
}

export interface Metadata {
  /** Class → its members (camelCase). */
  classes: Map<string, Set<string>>;
  /** "Class.member" → what it needs; members that are not listed belong to ExcelApi 1.1. */
  requirements: Map<string, Requirement>;
}

/** Sets of a host: name → version, as in the matrix that office.js gets. */
export type Matrix = Readonly<Record<string, string>>;

/** `text`: content of excel-web-16.00.debug.js. */
export function readMetadata(text: string): Metadata {
  const classes = new Map<string, Set<string>>();
  const requirements = new Map<string, Requirement>();
  // Class names repeat in other parts of the file: Excel's own begin here.
  const excel = text.slice(Math.max(0, text.indexOf('(function (Excel) {')));
  const pattern =
    /Object\.defineProperty\((\w+)\.prototype, "(\w+)"|^ {8}(\w+)\.prototype\.(\w+) = function|_throwIfApiNotSupported\("(\w+)\.(\w+)", (_defaultApiSetName|"\w+"), "([\d.]+)"/gm;
  for (const match of excel.matchAll(pattern)) {
    const owner = match[1] ?? match[3];
    if (owner !== undefined) {
      const members = classes.get(owner) ?? new Set<string>();
      members.add((match[2] ?? match[4])!);
      classes.set(owner, members);
    } else {
      const set = match[7] === '_defaultApiSetName' ? 'ExcelApi' : match[7]!.slice(1, -1);
      requirements.set(`${match[5]}.${match[6]}`, { set, version: match[8]! });
    }
  }
  return { classes, requirements };
}

/** @returns whether "1.15" is at least "1.9". */
export function isAtLeast(version: string, wanted: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** ExcelApiOnline 1.1 at the time of this library became part of ExcelApi here. */
const ONLINE_JOINED = '1.17';

/** @returns whether a host with these sets has a member. */
export function isOffered(metadata: Metadata, matrix: Matrix, owner: string, member: string): boolean {
  const need = metadata.requirements.get(`${owner}.${member}`);
  if (need === undefined) return true;
  const has = matrix[need.set];
  if (has !== undefined) return isAtLeast(has, need.version);
  return need.set === 'ExcelApiOnline' && isAtLeast(matrix['ExcelApi'] ?? '0', ONLINE_JOINED);
}
