// Who may import whom. The rules are made from the floors and tables of house-rules.ts; arrows.test.ts proves that
// each of them catches what it should.
const { floors, libraries, opensOutside, rooms, webFolders } = require('./house-rules.ts')

const anyRoom = `^server/(${rooms.join('|')})/`
const forTesting = String.raw`\.test\.tsx?$|^server/testing/`

/** A room looks down, never at its neighbours and never up. */
function floorRule(floor, height) {
  const notBelow = floors.slice(height).flat().join('|')
  return {
    name: `floor-of-${floor[0]}`,
    comment: 'A room imports doors of lower floors only; a new arrow needs a decision record.',
    from: { path: `^server/(${floor.join('|')})/`, pathNot: forTesting },
    to: { path: `^server/(${notBelow})/`, pathNot: '^server/$1/' },
  }
}

/** A library enters where house-rules.ts says, and nowhere else. */
function libraryRule([library, places]) {
  return {
    name: `library-${library.replace(/\W+/g, '-')}`,
    comment: `${library} enters at ${places.join(' or ')}.`,
    from: { path: '^(contract|server|web)/', pathNot: [...places, forTesting] },
    to: { path: nodeModule(library) },
  }
}

function nodeModule(library) {
  return `(^|/)node_modules/(@types/)?${library.replaceAll('.', String.raw`\.`)}/`
}

const doors = [
  {
    name: 'through-the-door',
    comment: "Another room is entered through its index.ts; the room's own files are imported relatively.",
    from: { path: '^server/([^/]+)' },
    to: { path: anyRoom, pathNot: ['^server/$1/', '^server/[^/]+/index\\.ts$'] },
  },
  {
    name: 'door-by-its-name',
    comment: 'Write #rooms/<room> for a door, and ./file.ts at home.',
    from: { path: '^server/([^/]+)' },
    to: {
      path: '^server/[^/]+/index\\.ts$',
      pathNot: '^server/$1/',
      dependencyTypesNot: ['aliased-subpath-import'],
    },
  },
  {
    name: 'no-way-round-through-the-own-door',
    comment: 'A room imports its own files directly; its door is for others.',
    from: { path: '^server/([^/]+)/', pathNot: forTesting },
    to: { path: '^server/$1/index\\.ts$' },
  },
]

const storeys = [
  {
    name: 'contract-stands-alone',
    comment: 'The contract is Zod and types: no server, no page, no other library.',
    from: { path: '^contract/', pathNot: forTesting },
    to: { pathNot: ['^contract/', nodeModule('zod')] },
  },
  {
    name: 'platform-knows-no-room',
    comment: 'The platform, and the doors to the world, carry the rooms and know none of them.',
    from: { path: '^server/(platform|outside)/', pathNot: forTesting },
    to: { path: '^server/', pathNot: ['^server/platform/', '^server/$1/'] },
  },
  {
    name: 'rooms-do-not-know-the-house',
    comment: 'app.ts, main.ts and the commands see the rooms; no room sees them.',
    from: { path: anyRoom, pathNot: forTesting },
    to: { path: '^server/(app|main)\\.ts$|^server/(command|testing)/' },
  },
  {
    name: 'outside-is-opened-by-jobs',
    comment: 'Requests never touch the world outside: they write and emit, and jobs send.',
    from: { path: '^(contract|server|web)/', pathNot: [...opensOutside, '^server/outside/', forTesting] },
    to: { path: '^server/outside/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'sockets-are-outside',
    comment: 'Only the platform listens and only server/outside calls out.',
    from: { path: '^server/', pathNot: ['^server/(platform|outside)/', forTesting] },
    to: { path: '^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'page-and-server-meet-in-the-contract',
    comment: 'The page knows the contract, never the server; the server never knows the page.',
    from: { path: '^(web|server)/', pathNot: '^server/testing/' },
    to: { path: '^(web|server)/', pathNot: '^$1/' },
  },
  {
    name: 'nothing-leans-on-its-scaffolding',
    comment: 'The product does not import tests, scripts, the bench or the rules.',
    from: { path: '^(contract|server|web)/', pathNot: forTesting },
    to: { path: '^(scripts|bench|journeys|tidy)/|\\.test\\.tsx?$|^server/testing/' },
  },
  {
    name: 'rooms-of-the-page-meet-in-the-shell',
    comment:
      'Rooms of the page meet only in routes.tsx and the shell; what two of them need is a part of ui or the editor.',
    from: { path: '^web/([^/]+)/', pathNot: ['^web/shell/', forTesting] },
    to: { path: '^web/([^/]+)/', pathNot: ['^web/$1/', '^web/(ui|platform|editor)/'] },
  },
  {
    name: 'parts-know-no-room',
    comment: 'The kit and the platform of the page know no room.',
    from: { path: `^web/(${webFolders.join('|')})/`, pathNot: ['^web/shell/', forTesting] },
    to: { path: `^web/(${rooms.join('|')})/` },
  },
]

const general = [
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one thing.',
    from: {},
    to: { circular: true },
  },
  { name: 'nothing-missing', comment: 'An import leads somewhere.', from: {}, to: { couldNotResolve: true } },
  {
    name: 'library-not-listed',
    comment: 'A library is listed with its place in house-rules.ts and its reason in docs/dependencies.md.',
    from: { path: '^(contract|server|web)/', pathNot: forTesting },
    to: { path: 'node_modules/', pathNot: Object.keys(libraries).map(nodeModule) },
  },
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...general,
    ...doors,
    ...storeys,
    ...floors.map(floorRule),
    ...Object.entries(libraries).map(libraryRule),
  ].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    // TypeScript 7 has no stable API yet, so the sources are read by swc.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
