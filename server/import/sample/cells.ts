// What cells and header fields of the sample company may hold.
import type { Whereabouts } from '../archive.ts'
import type { Complain } from './sample.ts'

/** A cell with the way to complain about it. */
export type Cell = { name: string; text: string; where: Whereabouts; complain: Complain }

/** The words between semicolons or commas, each trimmed and once. */
export function listIn(text: string): string[] {
  const words = text.split(/[;,]/).map((word) => word.trim())
  return [...new Set(words.filter((word) => word !== ''))]
}

/** One of the allowed words; the first of them after a complaint. */
export function oneOf<Word extends string>(cell: Cell, allowed: readonly [Word, ...Word[]]): Word {
  const found = allowed.find((word) => word === cell.text)
  if (found === undefined) {
    cell.complain(cell.where, `${cell.name} is "${cell.text}". Write one of: ${allowed.join(', ')}.`)
  }
  return found ?? allowed[0]
}

/** `yes` or nothing, and `no` where somebody likes to be explicit. */
export function yesIn(cell: Cell): boolean {
  return oneOf(cell, ['', 'no', 'yes']) === 'yes'
}

/** A text that must be there, and not longer than the network takes. */
export function neededText(cell: Cell, charactersMax: number): string {
  if (cell.text === '') cell.complain(cell.where, `${cell.name} is empty.`)
  if (cell.text.length > charactersMax) {
    cell.complain(cell.where, `${cell.name} has more than ${charactersMax} characters.`)
  }
  return cell.text
}
