// The description of Foyer's API for programs and the people who write them, made from the contract alone.
import {
  createDocument,
  type ZodOpenApiComponentsObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi'
import { listEndpoints } from '#contract/contract'
import type { Caller, Endpoint } from '#contract/endpoint'
import { Problem } from '#contract/problem'

const WHO_MAY: Record<Caller, string> = {
  anyone: 'Anyone may call this.',
  person: 'Anyone signed in may call this; guests get what their spaces hold.',
  member: 'Anyone signed in may call this, except guests.',
  administrator: 'Administrators may call this.',
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description:
    'A fresh word of 8 to 100 visible characters for each thing you mean to do. The same write sent again with the same key within 48 hours is answered as the first one was, and not done twice.',
  schema: { type: 'string' as const, minLength: 8, maxLength: 100 },
}

const BYTES = { schema: { type: 'string' as const, format: 'binary' } }

const PARTIAL = {
  '206': { description: 'The bytes that `Range` asked for.', content: { '*/*': BYTES } },
  '304': { description: 'You have these bytes already: `If-None-Match` named them.' },
  '416': { description: 'There are no such bytes; `Content-Range` says how many there are.' },
}

const PROBLEMS: Record<string, string> = {
  '400': 'Something about the input does not fit; `fields` says what.',
  '401': 'Nobody is signed in.',
  '403': 'You may not do this.',
  '404': 'There is no such thing, or it does not exist for you.',
  '409': 'Something is in the way.',
  '413': 'The request is too large.',
  '429': 'That was a lot at once; `Retry-After` says when to try again.',
  '503': 'The database is away or its disk is full. Nothing was changed.',
}

const INTRODUCTION = `Every endpoint is one thing that one can see or do, named as in the product.

Reads are \`GET\` with query parameters, and answer \`304\` to a matching \`If-None-Match\`. Writes are \`POST\` with JSON; a file comes as bytes, with its name in the query, and goes out as bytes. Lists come in pages: \`nextCursor\` of one page is \`cursor\` of the next, until it is null.

Sign in with \`/api/auth/sign-in\` or \`/api/auth/use-link\`, and send the cookie that comes back with every request. Whatever goes wrong is answered as problem details (RFC 9457), with a stable \`code\` for programs and a \`detail\` for people.`

/** The OpenAPI 3.1 document of this network. */
export function apiDocument(network: { baseUrl: string; version: string }): object {
  return createDocument({
    openapi: '3.1.1',
    info: { title: 'Foyer', version: network.version, description: INTRODUCTION },
    servers: [{ url: network.baseUrl }],
    paths: Object.fromEntries(listEndpoints().map(describe)) as ZodOpenApiPathsObject,
    components: {
      responses: problems(),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: network.baseUrl.startsWith('https:') ? '__Secure-foyer_session' : 'foyer_session',
        },
      },
    },
  })
}

function describe(endpoint: Endpoint): [string, Record<string, ZodOpenApiOperationObject>] {
  const operation: ZodOpenApiOperationObject = {
    operationId: `${endpoint.room}/${endpoint.name}`,
    tags: [endpoint.room],
    summary: endpoint.summary,
    description: WHO_MAY[endpoint.caller],
    security: endpoint.caller === 'anyone' ? [] : [{ session: [] }],
    responses: {
      '200': {
        description: 'What was asked for.',
        content: answerOf(endpoint),
      },
      ...(endpoint.bytes === 'out' ? PARTIAL : {}),
      ...Object.fromEntries(
        Object.keys(PROBLEMS).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
      ),
    },
    ...(endpoint.method === 'GET' || endpoint.bytes === 'in' ? parameters(endpoint) : {}),
    ...(endpoint.method === 'POST' ? body(endpoint) : {}),
  }
  return [endpoint.path, { [endpoint.method.toLowerCase()]: operation }]
}

type Parameters = NonNullable<ZodOpenApiOperationObject['requestParams']>
type Query = NonNullable<Parameters['query']>
type Choose = (fields: Record<string, true>) => Query
type Content = NonNullable<ZodOpenApiOperationObject['requestBody']>['content']

function answerOf({ bytes, reply }: Endpoint): Content {
  if (bytes === 'out') return { '*/*': BYTES }
  if (bytes === 'events') return { 'text/event-stream': { schema: reply } }
  return { 'application/json': { schema: reply } }
}

/** Fields that stand in braces in the path, and all others in the query. */
function parameters({ path, input }: Endpoint): Partial<ZodOpenApiOperationObject> {
  const inPath = Object.fromEntries(
    [...path.matchAll(/\{(\w+)\}/g)].map(([, field]) => [field, true as const]),
  )
  const fields = input as unknown as Query & { pick: Choose; omit: Choose }
  return { requestParams: { path: fields.pick(inPath), query: fields.omit(inPath) } }
}

function body(endpoint: Endpoint): Partial<ZodOpenApiOperationObject> {
  return {
    parameters: [IDEMPOTENCY_KEY],
    requestBody: {
      required: true,
      content:
        endpoint.bytes === 'in'
          ? { 'application/octet-stream': BYTES }
          : { 'application/json': { schema: endpoint.input } },
    },
  }
}

function problems(): NonNullable<ZodOpenApiComponentsObject['responses']> {
  return Object.fromEntries(
    Object.entries(PROBLEMS).map(([status, description]) => [
      `Problem${status}`,
      { description, content: { 'application/problem+json': { schema: Problem } } },
    ]),
  )
}
