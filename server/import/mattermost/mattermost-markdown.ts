// Mattermost writes Markdown already; what its names stand for becomes a mention or a link here.

export type Names = {
  /** The name of a person by their username; undefined for somebody unknown. */
  person: (username: string) => string | undefined
  /** An open channel of the same team by its short name; undefined for any other. */
  channel: (name: string) => { key: string; title: string } | undefined
}

export type MentionedText = { body: string; mentionKeys: string[] }

const CODE = /(```[\s\S]*?(?:```|$)|`[^`\n]+`)/
// Not within an address, a path or a longer word.
const USERNAME = /(?<![\w@/.:+-])@([a-zA-Z0-9][a-zA-Z0-9._-]{0,63})/g
const CHANNEL = /(?<![\w~/])~([a-z0-9][a-z0-9_-]{0,63})(?!~)/g

/** Turns `@username` into a mention and `~channel` into a link; code stays as it was typed. */
export function markdownOf(text: string, names: Names): MentionedText {
  const mentionKeys = new Set<string>()
  const body = text
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? part : named(part, { names, mentionKeys })))
    .join('')
    .trim()
  return { body, mentionKeys: [...mentionKeys] }
}

function named(prose: string, { names, mentionKeys }: { names: Names; mentionKeys: Set<string> }): string {
  return prose
    .replace(USERNAME, (typed, given: string) => {
      const found = knownStart(given.toLowerCase(), names)
      if (found === undefined) return typed
      mentionKeys.add(found.key)
      return `@[${plain(found.name)}](person:${found.key})${given.slice(found.key.length)}`
    })
    .replace(CHANNEL, (typed, name: string) => {
      const channel = names.channel(name)
      return channel === undefined ? typed : `[${plain(channel.title)}](space:${channel.key})`
    })
}

/** A username may end in a full stop, and so may a sentence: the longest that is known wins. */
function knownStart(given: string, names: Names): { key: string; name: string } | undefined {
  let key = given
  for (;;) {
    const name = names.person(key)
    if (name !== undefined) return { key, name }
    if (!/[._-]$/.test(key)) return undefined
    key = key.slice(0, -1)
  }
}

/** A name that ends no label early. */
function plain(name: string): string {
  return name.replace(/[[\]\\\n]/g, '').trim() || 'somebody'
}
