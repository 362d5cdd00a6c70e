// The rows of a ledger as a file for spreadsheets. Pure.
import type { Scale } from '#contract/scale'

const FIGURES = ['answers', 'askers', 'confirmed', 'unconfirmed'] as const

/** RFC 4180, with a head; the names of columns are the same in every language. What has no row of its own has no question. */
export function ledgerCsv({ figures }: Pick<Scale, 'figures'>): string {
  const lines = FIGURES.flatMap((name) => {
    const { rows, rest } = figures[name]
    const listed = rows.map(({ postId, line, day, count }) => [
      name,
      line,
      `/threads/${postId}`,
      day ?? '',
      count,
    ])
    return rest === null ? listed : [...listed, [name, '', '', '', rest.count]]
  })
  return [['figure', 'question', 'address', 'answered_on', 'count'], ...lines]
    .map((line) => `${line.map(cellOf).join(',')}\r\n`)
    .join('')
}

/** A cell that begins like a formula would be reckoned by a spreadsheet; an apostrophe makes it text there. */
function cellOf(value: string | number): string {
  const text = String(value)
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
