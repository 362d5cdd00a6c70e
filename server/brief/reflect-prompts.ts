// One prompt to reflect on, the same all day and another tomorrow.
import type { Candidate } from '#platform/cards'
import { sentence } from '#platform/say'

const PROMPTS = [
  sentence('What did you hear this week that nobody in your own line would have told you?'),
  sentence('Which question did you answer that should not have needed you?'),
  sentence('What have you changed your mind about lately, and who changed it?'),
  sentence('What are you avoiding a decision on, and what would make it easier?'),
  sentence('Who made your work easier this week without being asked to?'),
  sentence('What did you say yes to that you would refuse today?'),
  sentence('Where did the plan and the shop floor disagree, and which was right?'),
  sentence('What would you like people two levels down to know, and have not told them?'),
  sentence('Which rule would you drop if nobody had to lose face?'),
  sentence('What surprised you, and what did you expect instead?'),
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
    prompt: PROMPTS[day % PROMPTS.length]?.message,
    actions: ['reflect', 'later', 'not-for-me'],
    facts: {},
  }
}
