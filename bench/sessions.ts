// Signs many people in at once: the rows and the signed cookie that signing in one by one would leave behind.
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { PersonId } from '#contract/ref'

/** The cookie of each person, in their order. The product must have been started once: it makes the secret. */
export async function signIn(databaseUrl: string, people: readonly PersonId[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const found = await client.query<{ value: string }>(
      "select value from platform.secret where name = 'sign-in'",
    )
    const secret = found.rows[0]?.value
    if (secret === undefined) throw new Error('The product has made no secret yet.')
    await client.query(
      `insert into auth."user" (id, name, email, "createdAt", "updatedAt")
       select id, '', id || '@person.invalid', now(), now() from unnest($1::uuid[]) as person (id)
       on conflict do nothing`,
      [people],
    )
    const tokens = people.map(() => randomBytes(24).toString('base64url'))
    await client.query(
      `insert into auth.session (id, "userId", token, "expiresAt", "startedBy", "createdAt", "updatedAt")
       select session.*, now() + interval '1 day', 'link', now(), now()
       from unnest($1::uuid[], $2::uuid[], $3::text[]) as session (id, "userId", token)`,
      [people.map(() => randomUUID()), people, tokens],
    )
    return tokens.map(
      (token) => `foyer_session=${encodeURIComponent(`${token}.${signature(token, secret)}`)}`,
    )
  } finally {
    await client.end()
  }
}

function signature(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('base64')
}
