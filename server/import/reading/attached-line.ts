// How words name the files that stay behind.

const FILES_NAMED_MAX = 20

/** A line of Markdown that names files. */
function attachedLine(names: readonly string[]): string {
  return `Attached: ${names.slice(0, FILES_NAMED_MAX).map(plainName).join(', ')}`
}

/** Words with the names of files under them, which may be all that there is. */
export function withAttachedLine(body: string, names: readonly string[]): string {
  if (names.length === 0) return body
  return body === '' ? attachedLine(names) : `${body}\n\n${attachedLine(names)}`
}

function plainName(name: string): string {
  return name.replace(/[\\`*_~[\]<>&#|]/g, '\\$&')
}
