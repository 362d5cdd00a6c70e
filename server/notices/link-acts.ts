// What the buttons behind the links of a letter do.
import type { SaidId } from '#contract/ref'
import { sentence } from '#platform/say'
import type { LinkAct } from '#rooms/mail'
import { react } from '#rooms/spaces'
import { noteChoice, readPreference, writeChosen } from './preference.ts'

export const noticesActs: LinkAct[] = [
  {
    name: 'notices/stop-letters',
    describe: () => ({
      sentence: sentence(
        'Foyer will send you no more digests. What waits for you still stands in your notices.',
      ),
      button: sentence('No more digests'),
      leadsTo: '/settings/notices',
    }),
    run: async ({ db, now, personId }) => {
      const preference = await readPreference(db, personId)
      // Whoever gets pushes, too, keeps those.
      const keepsPushes = preference?.settings.first === 'push'
      await writeChosen(db, personId, { first: keepsPushes ? 'push' : 'in-app', second: 'none' })
      await noteChoice(db, personId, now)
      return sentence('You get no more digests. You can change that in your settings at any time.')
    },
  },
  {
    name: 'notices/thank',
    describe: ({ postId }) => ({
      sentence: sentence('Say thank you for what was said.'),
      button: sentence('Thank'),
      leadsTo: `/threads/${String(postId)}`,
    }),
    run: async ({ db, now, personId, facts, emit }) => {
      // Whether they may still see it is asked when they press, not when the letter was written.
      const viewer = {
        personId,
        sessionId: '',
        roles: new Set<never>(),
        timeZone: undefined,
        language: 'en' as const,
      }
      await react({ viewer, now, db, emit }, { saidId: String(facts.saidId) as SaidId, kind: 'thank' })
      return sentence('Your thanks are there.')
    },
  },
]
