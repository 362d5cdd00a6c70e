// Numbers, days and indents as the reports of a terminal show them.

/** 12,345 */
export function numbered(count: number): string {
  return count.toLocaleString('en')
}

/** `1 space`, `2 spaces`. */
export function counted(count: number, what: string): string {
  return `${numbered(count)} ${what}${count === 1 ? '' : 's'}`
}

/** The day in UTC, as ISO 8601. */
export function dayOf(at: Temporal.Instant): string {
  return at.toString().slice(0, 10)
}

export function indented(text: string): string {
  return `             ${text}`
}
