import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auth } from '#contract/auth'
import { people } from '#contract/people'
import { say } from '#platform/say'
import { cast } from '#testing/cast'
import { ORIGIN, startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const member = await foyer.as('member')
const nobody: RequestInit = { headers: { 'accept-language': 'de-DE,de;q=0.9' } }
const guest = await foyer.as('guest')

/** As the catalogue has it; a sentence that is missing there would prove nothing. */
function german(english: string): string {
  const said = say('de', { message: english })
  assert.notEqual(said, english)
  return said
}

async function chooses(language: 'de' | null): Promise<void> {
  await member.write(people.updateProfile, { id: cast.member.id, language })
}

async function detailAt(address: string, asked: RequestInit): Promise<string> {
  const answer = (await (await guest.open(address, asked)).json()) as { detail: string }
  return answer.detail
}

test('a no comes in the language of the browser, also to somebody without a session', async () => {
  const answer = await foyer.app.request(`${ORIGIN}${people.listPeople.path}`, nobody)
  const problem = (await answer.json()) as Record<string, string>
  assert.deepEqual(
    [problem.title, problem.detail, problem.code],
    [german('Not signed in'), german('Sign in to see this.'), 'not-signed-in'],
  )
  assert.match(await detailAt('/api/people/get-person?id=x', nobody), /^Ungültig.* \(id\)$/)
  assert.match(await detailAt('/api/people/get-person?id=x', {}), /^Invalid .* \(id\)$/)
})

test('the language that somebody chose goes before that of their browser, at once', async () => {
  await chooses('de')
  const me = await member.read(auth.whoAmI, {})
  assert.equal(me.body.standing === 'signed-in' && me.body.me.language, 'de')
  assert.match((await member.read(people.getPerson, { id: 'x' as never })).problem?.detail ?? '', /^Ungültig/)
  await chooses(null)
  assert.match((await member.read(people.getPerson, { id: 'x' as never })).problem?.detail ?? '', /^Invalid/)
})

test('a letter comes in the language of its reader, whoever asks for it', async () => {
  await chooses('de')
  await foyer.anyone.write(auth.askForLink, { address: cast.member.address })
  await chooses(null)
  const letter = foyer.mails.findLast(({ to }) => to === cast.member.address)
  assert.equal(letter?.subject, german('Your link to sign in'))
  assert.match(letter?.text ?? '', /^[^\n]*\b15 Minuten\b[^\n]*\n\nhttp\S+\/link\/\S+\n\n/)
})
