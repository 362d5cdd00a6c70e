// One prompt to reflect on, the same all day and another tomorrow.
import type { Candidate } from '#platform/cards'

const PROMPTS = [
  'What did you hear this week that nobody in your own line would have told you?',
  'Which question did you answer that should not have needed you?',
  'What have you changed your mind about lately, and who changed it?',
  'What are you avoiding a decision on, and what would make it easier?',
  'Who made your work easier this week without being asked to?',
  'What did you say yes to that you would refuse today?',
  'Where did the plan and the shop floor disagree, and which was right?',
  'What would you like people two levels down to know, and have not told them?',
  'Which rule would you drop if nobody had to lose face?',
  'What surprised you, and what did you expect instead?',
]

const HOURS_IN_DAY = 24

/** The prompt of the day on which `at` falls, in UTC. */
export function reflectCandidate(at: Temporal.Instant): Candidate {
  const day = Math.floor(at.epochMilliseconds / (HOURS_IN_DAY * 3_600_000))
  return {
    key: `reflect:${day}`,
    kind: 'reflect',
    postId: undefined,
    replyId: undefined,
    saidId: undefined,
    authorId: undefined,
    at,
    title: undefined,
    body: '',
    prompt: PROMPTS[day % PROMPTS.length],
    actions: ['reflect', 'later', 'not-for-me'],
    facts: {},
  }
}
