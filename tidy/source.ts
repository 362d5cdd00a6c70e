// How the rules see the house: each file with its text, its lines and, where it is TypeScript, its syntax tree.
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Comment, type Program, parseSync, Visitor, type VisitorObject } from 'oxc-parser'
import { judgedFolders } from './house-rules.ts'

export type Source = {
  /** From the root of the house, with forward slashes. */
  path: string
  text: string
  program: Program
  comments: Comment[]
}

export type Finding = { path: string; line: number; sentence: string }

export type Rule = (source: Source) => Finding[]

/** Reads a text as the file at this path; a text that does not parse is refused with the parser's own words. */
export function toSource(path: string, text: string): Source {
  const isScript = /\.(tsx?|cjs)$/.test(path)
  const parsed = parseSync(path, isScript ? text : '')
  const error = parsed.errors[0]
  if (error) throw new Error(`${path} does not parse: ${error.message}`)
  return { path, text, program: parsed.program, comments: parsed.comments }
}

/** Every path in the judged folders, whatever kind of file, sorted. */
export function listPaths(root: string): string[] {
  return globSync(`{${judgedFolders.join(',')}}/**/*.*`, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
}

/** Every judged file that the rules can read: scripts and stylesheets. */
export function readHouse(root: string): Source[] {
  return listPaths(root)
    .filter((path) => /\.(tsx?|cjs|css)$/.test(path))
    .map((path) => toSource(path, readFileSync(`${root}/${path}`, 'utf8')))
}

/** Walks the syntax tree, calling the visitor's functions for the kinds of node they name. */
export function walk(source: Source, visitor: VisitorObject): void {
  new Visitor(visitor).visit(source.program)
}

/** The line, counted from one, on which this offset lies. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return line
}

export function finding(source: Source, offset: number, sentence: string): Finding {
  return { path: source.path, line: lineAt(source.text, offset), sentence }
}

/** Tests, the test house, the bench and the journeys: they may be longer, and may touch what rooms may not. */
export function isForTesting(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /^(server\/testing|bench|journeys)\//.test(path)
}

export function isUnder(path: string, places: readonly string[]): boolean {
  return places.some((place) => path.startsWith(place))
}

/** The room of the server in which this file lies, or undefined. */
export function serverFolderOf(path: string): string | undefined {
  return /^server\/([^/]+)\//.exec(path)?.[1]
}

/** The words of a name: `PostCard`, `post_card` and `post-card.tsx` all read as post, card. */
export function wordsOf(name: string): string[] {
  return basename(name)
    .replace(/\.[a-z.]+$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase())
}
