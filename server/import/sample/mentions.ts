// Finds and replaces what words of the sample company name by key: people, and files that they bring along.

/** Code is passed over: what stands in it is shown as it was written. */
const CODE = /(```[\s\S]*?(?:```|$)|`[^`\n]*`)/
/** Not within an address: the `@` of `ingrid@foyer.test` follows a letter. */
const MENTION = /(?<![\w@.])@([a-z0-9-]+(?:\.[a-z0-9-]+)+)/g
/** The part behind `![name]` or `[name]`. */
const FILE = /\]\(file:([^)\s]+)\)/g

/** The keys of everybody mentioned, each once. */
export function mentionsIn(body: string): string[] {
  const keys = proseOf(body).flatMap((text) => [...text.matchAll(MENTION)].map(([, key]) => key ?? ''))
  return [...new Set(keys)]
}

/** The names of all files that have a place in the words, each once. */
export function filesPlacedIn(body: string): string[] {
  const names = proseOf(body).flatMap((text) => [...text.matchAll(FILE)].map(([, name]) => name ?? ''))
  return [...new Set(names)]
}

type Meant = { mentionOf: (key: string) => string; fileIdOf: (name: string) => string }

/** The body as the network takes it. */
export function spellOut(body: string, { mentionOf, fileIdOf }: Meant): string {
  return body
    .split(CODE)
    .map((part, index) => {
      // Splitting by a group puts what it found at the odd places.
      if (index % 2 === 1) return part
      return part
        .replace(MENTION, (_, key: string) => mentionOf(key))
        .replace(FILE, (_, name: string) => `](file:${fileIdOf(name)})`)
    })
    .join('')
}

function proseOf(body: string): string[] {
  return body.split(CODE).filter((_, index) => index % 2 === 0)
}
