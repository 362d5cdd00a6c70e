// How files are called and addressed on the page. Pure.
import { LANGUAGE } from '#browser/language'
import type { File } from '#contract/files'

export type Picture = File & { width: number; height: number }

/** The widths in pixels in which the server offers a picture. */
const WIDTHS = [320, 640, 1280] as const

export function isPicture(file: File): file is Picture {
  return file.width !== null && file.height !== null
}

/** What a picture shows, as its name says it. */
export function altOf({ name }: Pick<File, 'name'>): string {
  return name.replace(/\.[^.\s]{1,11}$/, '')
}

export function addressOf({ id, name }: Pick<File, 'id' | 'name'>): string {
  return `/files/${id}/${encodeURIComponent(name.toWellFormed())}`
}

/** The smallest offered width that is enough, for one place of a known size. */
export function addressOfSmall(picture: Picture): string {
  return `${addressOf(picture)}?width=320`
}

/** All offered widths up to its own; each is no wider than the picture is. */
export function sourcesOf(picture: Picture): string {
  const address = addressOf(picture)
  const enough = WIDTHS.findIndex((width) => width >= picture.width)
  const offered = enough === -1 ? WIDTHS : WIDTHS.slice(0, enough + 1)
  return offered.map((width) => `${address}?width=${width} ${Math.min(width, picture.width)}w`).join(', ')
}

/** For the whole screen: a phone takes less than all, unless the picture may move, which only the whole one does. */
export function largeSourcesOf(picture: Picture): string | undefined {
  const mayMove = picture.contentType === 'image/gif' || picture.contentType === 'image/webp'
  if (mayMove || picture.width <= 1280) return undefined
  const address = addressOf(picture)
  return `${address}?width=1280 1280w, ${address} ${picture.width}w`
}

/** Files that do not stand among the words already, as `![name](file:<id>)` or as a link. */
export function besideWords(files: readonly File[], markdown: string): File[] {
  return files.filter(({ id }) => !markdown.includes(`(file:${id})`))
}

/** An opening without the pictures among its words, also the one that its end cut in two. */
export function withoutPictures(opening: string): string {
  return opening
    .replaceAll(/!\[[^\]\n]*\]\(file:[\w-]+\)/g, '')
    .replace(/!\[[^\]\n]*(\]?|\]\(\S*)$/, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size for people: `812 byte`, `14 kB`, `3.2 MB`. */
export function sizeOf(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const value = bytes / 1000 ** step
  return new Intl.NumberFormat(LANGUAGE, {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    maximumFractionDigits: step > 1 && value < 10 ? 1 : 0,
  }).format(value)
}
