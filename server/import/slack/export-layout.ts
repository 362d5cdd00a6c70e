// Where things are in a Slack export: lists at a root, and a folder of day files for each channel. An enterprise
// export has a root for every workspace besides, under `teams/`.

import type { ZipEntry } from '../reading/zip-archive.ts'
import type { ChannelList } from './slack-spaces.ts'

export type ListFile = { list: ChannelList | 'users'; root: string; entry: ZipEntry }

export type ChannelFolder = {
  root: string
  /** The folder's name below the root: what the channel was called, or its id. */
  name: string
  /** In the order of the days. */
  dayFiles: ZipEntry[]
}

export type ExportLayout = { lists: ListFile[]; folders: ChannelFolder[]; others: ZipEntry[] }

const LISTS: ReadonlyMap<string, ListFile['list']> = new Map([
  ['users.json', 'users'],
  ['org_users.json', 'users'],
  ['channels.json', 'channels'],
  ['groups.json', 'groups'],
  ['dms.json', 'dms'],
  ['mpims.json', 'mpims'],
])

const DAY_FILE = /^\d{4}-\d{2}-\d{2}\.json$/

/** Sorts the files of an export by what they are. Day files are found wherever they stand, so that none is missed. */
export function layoutOf(entries: readonly ZipEntry[]): ExportLayout {
  const placed = entries
    .map((entry) => ({ entry, ...placeOf(entry.name) }))
    .filter(({ top }) => top !== '__MACOSX')
  const lists: ListFile[] = []
  const others: ZipEntry[] = []
  for (const { entry, folder, file } of placed) {
    const list = LISTS.get(file)
    if (list) lists.push({ list, root: folder, entry })
    else if (!DAY_FILE.test(file)) others.push(entry)
  }
  const roots = [...new Set(lists.map(({ root }) => root))].toSorted((a, b) => b.length - a.length)
  const folders = new Map<string, ChannelFolder>()
  for (const { entry, folder, file } of placed) {
    if (!DAY_FILE.test(file)) continue
    const root = roots.find((candidate) => folder.startsWith(candidate)) ?? ''
    const known = folders.get(folder) ?? {
      root,
      name: folder.slice(root.length).replace(/\/$/, ''),
      dayFiles: [],
    }
    folders.set(folder, known)
    known.dayFiles.push(entry)
  }
  return { lists, folders: [...folders.values()].map(inOrderOfDays), others }
}

function inOrderOfDays(folder: ChannelFolder): ChannelFolder {
  return { ...folder, dayFiles: sortedByDay(folder.dayFiles) }
}

/** Day files by their day, whatever folder they stand in. */
export function sortedByDay(dayFiles: readonly ZipEntry[]): ZipEntry[] {
  return dayFiles
    .map((entry) => ({ entry, day: placeOf(entry.name).file }))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ entry }) => entry)
}

function placeOf(name: string): { top: string; folder: string; file: string } {
  const slash = name.lastIndexOf('/') + 1
  return { top: name.split('/', 1)[0] ?? '', folder: name.slice(0, slash), file: name.slice(slash) }
}
