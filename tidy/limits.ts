// How long, how many: limits that make one split by meaning before a thing has grown past reading.
import type { BindingPattern, Function as FunctionNode, ParamPattern } from 'oxc-parser'
import { limits } from './house-rules.ts'
import { type Finding, finding, isForTesting, lineAt, type Source, walk } from './source.ts'

export function fileLength(source: Source): Finding[] {
  const lines = source.text.trimEnd().split('\n').length
  if (lines <= limits.fileLines) return []
  return [finding(source, 0, `has ${lines} lines; a file has at most ${limits.fileLines}`)]
}

export function functionLength(source: Source): Finding[] {
  if (isForTesting(source.path)) return []
  return functionsOf(source).flatMap(({ start, end }) => {
    const lines = lineAt(source.text, end) - lineAt(source.text, start) + 1
    if (lines <= limits.functionLines) return []
    return [finding(source, start, `this function has ${lines} lines; the limit is ${limits.functionLines}`)]
  })
}

export function parameterCount(source: Source): Finding[] {
  return functionsOf(source).flatMap(({ start, parameters }) => {
    if (parameters.length <= limits.parameters) return []
    return [
      finding(
        source,
        start,
        `takes ${parameters.length} parameters; past ${limits.parameters}, name an object`,
      ),
    ]
  })
}

/** `archiveSpace(ctx, id, true)` tells a reader nothing, so an exported function of the server takes no boolean. */
export function booleanParameter(source: Source): Finding[] {
  if (!/^(server|contract)\//.test(source.path) || isForTesting(source.path)) return []
  return functionsOf(source)
    .filter((each) => each.isExported)
    .flatMap(({ parameters }) => parameters.filter(isBoolean))
    .map((parameter) => finding(source, parameter.start, 'takes a bare boolean; give it a name in an object'))
}

type Measured = { start: number; end: number; parameters: ParamPattern[]; isExported: boolean }

function functionsOf(source: Source): Measured[] {
  const exported = exportedStarts(source)
  const found: Measured[] = []
  function measure(node: { start: number; end: number; params: ParamPattern[] }) {
    const { start, end, params } = node
    // A `this` parameter is a type annotation; nobody passes it.
    const parameters = params.filter((each) => !(each.type === 'Identifier' && each.name === 'this'))
    found.push({ start, end, parameters, isExported: exported.has(start) })
  }
  const measureWithBody = (node: FunctionNode) => {
    if (node.body) measure(node)
  }
  walk(source, {
    FunctionDeclaration: measureWithBody,
    FunctionExpression: measureWithBody,
    ArrowFunctionExpression: measure,
  })
  return found
}

/** Where the functions begin that this file exports by `export function` or `export const … = (…) =>`. */
function exportedStarts(source: Source): Set<number> {
  const starts = new Set<number>()
  for (const statement of source.program.body) {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) continue
    const { declaration } = statement
    starts.add(declaration.start)
    if (declaration.type !== 'VariableDeclaration') continue
    for (const { init } of declaration.declarations) if (init) starts.add(init.start)
  }
  return starts
}

function isBoolean(parameter: ParamPattern): boolean {
  if (parameter.type === 'AssignmentPattern') {
    const { left, right } = parameter
    return isSaidBoolean(left) || (right.type === 'Literal' && typeof right.value === 'boolean')
  }
  return parameter.type === 'Identifier' && isSaidBoolean(parameter)
}

function isSaidBoolean(pattern: BindingPattern): boolean {
  if (pattern.type === 'AssignmentPattern') return false
  return pattern.typeAnnotation?.typeAnnotation.type === 'TSBooleanKeyword'
}
