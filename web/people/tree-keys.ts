// Moving between the rows of a list of lists by keys: up, down, to the first and last, to the manager, into the reports,
// and to the next name that begins with a letter.

/** @returns whether the key moved the focus */
export function moveByKey(list: HTMLElement, { row, key }: { row: HTMLElement; key: string }): boolean {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.indexOf(row)
  const target = targetOf(rows, { at, key })
  target?.focus()
  return target !== undefined
}

function targetOf(rows: HTMLElement[], { at, key }: { at: number; key: string }): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1]
    case 'ArrowUp':
      return rows[at - 1]
    case 'Home':
      return rows[0]
    case 'End':
      return rows.at(-1)
    case 'ArrowRight':
      return rows[at]?.closest('li')?.querySelector<HTMLElement>('ul [data-row]') ?? undefined
    case 'ArrowLeft':
      return rows[at]?.closest('ul')?.closest('li')?.querySelector<HTMLElement>('[data-row]') ?? undefined
    default:
      return nextBeginningWith([...rows.slice(at + 1), ...rows.slice(0, at)], key)
  }
}

function nextBeginningWith(rows: HTMLElement[], letter: string): HTMLElement | undefined {
  if (!/^\p{L}$/u.test(letter)) return undefined
  const begins = (row: HTMLElement) => plain(row.textContent ?? '').startsWith(plain(letter))
  return rows.find(begins)
}

/** Without accents and in lower case, as names are looked for everywhere. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
