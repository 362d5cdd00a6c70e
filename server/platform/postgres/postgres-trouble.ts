/** The sort of trouble, for callers that can do something about one of them. */
type PostgresTroubleKind = 'in-use' | 'cannot-start' | 'ended'

/** A reason why the embedded PostgreSQL cannot serve; its message is one or two plain sentences for a person. */
export class PostgresTrouble extends Error {
  override readonly name = 'PostgresTrouble'
  readonly kind: PostgresTroubleKind

  constructor(kind: PostgresTroubleKind, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.kind = kind
  }
}

type Sentence = (where: string) => string

/**
 * What PostgreSQL, the loader and the file system say when something outside of Foyer is wrong, and what a
 * person can do about it. The first match wins.
 */
const KNOWN_TROUBLES: readonly (readonly [RegExp, Sentence])[] = [
  [
    /No space left on device|ENOSPC|Disk quota exceeded|EDQUOT|free disk space|disk is full/,
    (where) => `The disk that holds ${where} is full. Free some space and start Foyer again.`,
  ],
  [
    /Read-only file system|EROFS/,
    (where) => `${where} lies on a read-only disk. Choose another data folder with FOYER_DATA.`,
  ],
  [
    /could not look up effective user ID (\d+)/,
    () =>
      'PostgreSQL needs the account that runs Foyer to have a name, and it has none in /etc/passwd. ' +
      'Give it one, or use a PostgreSQL of your own with DATABASE_URL.',
  ],
  [
    /could not (create|map|resize).* shared memory|Cannot allocate memory|ENOMEM/,
    () => 'There is not enough memory for PostgreSQL, which wants about 300 MB.',
  ],
  [
    /Permission denied|EACCES|EPERM|Operation not permitted/,
    (where) =>
      `Foyer may not write to ${where}. Give it to the account that runs Foyer, or choose another data ` +
      'folder with FOYER_DATA.',
  ],
  [
    /ENOTDIR|EEXIST/,
    (where) => `${where} cannot be a folder because a file is in the way. Choose another with FOYER_DATA.`,
  ],
]

interface Complaint {
  kind?: PostgresTroubleKind
  said: string
  where: string
  otherwise: string
}

/**
 * Turns what a program or the system said into a trouble with a plain sentence.
 * @param said the error message or the output of the program, any length
 * @param where the data folder the sentence should name
 * @param otherwise the sentence when the cause is not a known one
 */
export function troubleFrom({ kind = 'cannot-start', said, where, otherwise }: Complaint): PostgresTrouble {
  const known = KNOWN_TROUBLES.find(([pattern]) => pattern.test(said))
  return new PostgresTrouble(kind, known ? known[1](where) : otherwise)
}

/** True for errors of the file system and of starting a process, which carry a code such as `EACCES`. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}

/** The last line that complains, or the last line at all; time and process stamps are cut off. */
export function lastComplaint(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '')
  const complaint = lines.findLast((line) => /(FATAL|PANIC|ERROR|error):/.test(line)) ?? lines.at(-1)
  return complaint?.replace(/^.*?(?=FATAL:|PANIC:|ERROR:)/, '').trim() ?? 'it said nothing'
}
