// How far a file may reach: the clock, the environment, the network and other rooms' tables.
import type { Expression, TemplateLiteral } from 'oxc-parser'
import { fetches, publishedSql, readsClock, readsEnvironment, rooms } from './house-rules.ts'
import { type Finding, finding, isForTesting, isUnder, type Source, serverFolderOf, walk } from './source.ts'

/** Time is given (`ctx.now`), so that a test can give it and a brief can be built as of any day. */
export function clock(source: Source): Finding[] {
  if (isForTesting(source.path) || isUnder(source.path, readsClock)) return []
  const found: Finding[] = []
  const refuse = (start: number, what: string) =>
    found.push(finding(source, start, `reads the clock by ${what}; time is given`))
  walk(source, {
    MemberExpression: (node) => {
      const name = dottedName(node)
      if (name === 'Date.now' || name === 'Temporal.Now' || name === 'performance.now')
        refuse(node.start, name)
    },
    NewExpression: (node) => {
      if (dottedName(node.callee) === 'Date' && node.arguments.length === 0) refuse(node.start, 'new Date()')
    },
    CallExpression: (node) => {
      if (dottedName(node.callee) === 'Date') refuse(node.start, 'Date()')
    },
  })
  return found
}

/** Settings are read once, checked, and handed on; whoever reads the environment goes around the check. */
export function environment(source: Source): Finding[] {
  if (isForTesting(source.path) || isUnder(source.path, readsEnvironment)) return []
  const found: Finding[] = []
  const refuse = (start: number) =>
    found.push(finding(source, start, 'reads the environment; settings are given by platform/settings'))
  walk(source, {
    MemberExpression: (node) => {
      if (/(^|\.)process\.env$/.test(dottedName(node))) refuse(node.start)
    },
    VariableDeclarator: ({ id, init }) => {
      if (id.type !== 'ObjectPattern' || !init || dottedName(init) !== 'process') return
      const taken = id.properties.some((each) => each.type === 'Property' && dottedName(each.key) === 'env')
      if (taken) refuse(id.start)
    },
    ImportSpecifier: ({ imported, start }) => {
      if (imported.type === 'Identifier' && imported.name === 'env') refuse(start)
    },
  })
  return found
}

/** A request never waits for the outside world; jobs reach it through `server/outside`. */
export function fetching(source: Source): Finding[] {
  const mayFetch = isForTesting(source.path) || isUnder(source.path, fetches)
  if (!source.path.startsWith('server/') || mayFetch) return []
  const found: Finding[] = []
  walk(source, {
    CallExpression: ({ callee, start }) => {
      if (!/^((globalThis|global|self)\.)?fetch$/.test(dottedName(callee))) return
      found.push(finding(source, start, 'fetches; only server/outside reaches the world'))
    },
  })
  return found
}

/** Methods of Kysely whose text arguments name tables. */
const namesTables =
  /^(selectFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto|from|using|table|ref|id|withSchema|(inner|left|right|full|cross)Join(Lateral)?)$/
const looksLikeSql = /\b(select|insert\s+into|update|delete\s+from|from|join|truncate|call|perform)\s/i

/** Another room's schema may be named only as a view or function which that room publishes. */
export function foreignSql(source: Source): Finding[] {
  const own = serverFolderOf(source.path)
  if (!source.path.startsWith('server/') || isForTesting(source.path)) return []
  const found: Finding[] = []
  const judge = (text: string, start: number) => {
    for (const name of foreignNamesIn(text, own)) {
      found.push(finding(source, start, `names ${name}, which its room does not publish`))
    }
  }
  const sqlTemplates = new Set<number>()
  walk(source, {
    TaggedTemplateExpression: ({ tag, quasi }) => {
      if (!/^sql(\.|$)/.test(dottedName(tag))) return
      sqlTemplates.add(quasi.start)
      judge(textOf(quasi), quasi.start)
    },
    TemplateLiteral: (node) => {
      if (!sqlTemplates.has(node.start) && looksLikeSql.test(textOf(node))) judge(textOf(node), node.start)
    },
    CallExpression: ({ callee, arguments: given }) => {
      const name = callee.type === 'MemberExpression' ? dottedName(callee.property) : dottedName(callee)
      if (!namesTables.test(name)) return
      for (const each of given.flatMap(textsIn)) judge(each.value, each.start)
    },
    TSPropertySignature: ({ key }) => {
      if (key.type === 'Literal' && typeof key.value === 'string') judge(key.value, key.start)
    },
    Literal: (node) => {
      if (typeof node.value === 'string' && looksLikeSql.test(node.value)) judge(node.value, node.start)
    },
  })
  return found
}

function foreignNamesIn(text: string, own: string | undefined): string[] {
  const names = text.matchAll(/(?<![\w.#/])"?([a-z_]+)"?\."?([a-z_]+)"?/g)
  return [...names].flatMap(([, schema = '', thing = '']) => {
    const isForeign = rooms.includes(schema) && schema !== own
    return isForeign && !publishedSql.includes(`${schema}.${thing}`) ? [`${schema}.${thing}`] : []
  })
}

function textsIn(node: Expression | { type: 'SpreadElement'; argument: Expression; start: number }) {
  if (node.type === 'Literal' && typeof node.value === 'string')
    return [{ value: node.value, start: node.start }]
  if (node.type !== 'ArrayExpression') return []
  return node.elements.flatMap((element) =>
    element?.type === 'Literal' && typeof element.value === 'string'
      ? [{ value: element.value, start: element.start }]
      : [],
  )
}

/** The text of a template with its values left out, each leaving a gap. */
function textOf(template: TemplateLiteral): string {
  return template.quasis.map((quasi) => quasi.value.raw).join(' … ')
}

/** `a.b.c` as it is written, or '' for anything that is not a plain path of names. */
function dottedName(node: { type: string }): string {
  const expression = node as Expression
  if (expression.type === 'Identifier') return expression.name
  if (expression.type !== 'MemberExpression' || expression.computed) return ''
  const property = expression.property.type === 'Identifier' ? expression.property.name : ''
  const object = dottedName(expression.object)
  return object && property ? `${object}.${property}` : ''
}
