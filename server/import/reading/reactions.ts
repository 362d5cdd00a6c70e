// What emoji mean as one of the four reactions. Those that can be read in more than one way are left
// out: it is better to lose a reaction than to put words into somebody's mouth.
import type { ArchivedReaction } from '../archive.ts'

const EMOJI: Record<ArchivedReaction['kind'], readonly string[]> = {
  agree: [
    '+1',
    'thumbsup',
    'thumbs_up',
    'thumbsup_all',
    'plus1',
    'heavy_plus_sign',
    '100',
    'check',
    'white_check_mark',
    'heavy_check_mark',
    'ballot_box_with_check',
    'ok',
    'ok_hand',
    'fire',
    'rocket',
    'handshake',
    'point_up',
    'this',
    'yes',
  ],
  thank: [
    'heart',
    'heart_eyes',
    'green_heart',
    'blue_heart',
    'purple_heart',
    'yellow_heart',
    'orange_heart',
    'sparkling_heart',
    'heart_hands',
    'hugging_face',
    'pray',
    'clap',
    'tada',
    'raised_hands',
    'bow',
    'star',
    'star2',
    'trophy',
    'thanks',
    'thankyou',
    'thank_you',
    'ty',
  ],
  curious: [
    'eyes',
    'eye',
    'thinking_face',
    'thinking',
    'face_with_monocle',
    'question',
    'grey_question',
    'mag',
    'mag_right',
  ],
  concerned: [
    '-1',
    'thumbsdown',
    'thumbs_down',
    'cry',
    'sob',
    'worried',
    'anguished',
    'fearful',
    'cold_sweat',
    'disappointed',
    'confused',
    'warning',
    'rotating_light',
    'no_entry',
    'no_entry_sign',
    'x',
    'heavy_multiplication_x',
  ],
}

const KINDS: ReadonlyMap<string, ArchivedReaction['kind']> = new Map(
  Object.entries(EMOJI).flatMap(([kind, names]) =>
    names.map((name) => [name, kind as ArchivedReaction['kind']]),
  ),
)

/** The kind of reaction an emoji stands for, whatever its skin tone; undefined when it has no counterpart. */
function reactionKind(emoji: string): ArchivedReaction['kind'] | undefined {
  return KINDS.get(plainEmoji(emoji))
}

/** The name of an emoji without its skin tone. */
function plainEmoji(emoji: string): string {
  return emoji.replace(/::skin-tone-\d$|_(?:medium_)?(?:light|dark)_skin_tone$|_medium_skin_tone$/, '')
}

/**
 * The reactions to one message, and a reason for each that is lost: two emoji of one person may mean the same
 * reaction, which can be given once.
 */
export function reactionsAmong(given: Iterable<{ emoji: string; personKey: string }>) {
  const reactions = new Map<string, ArchivedReaction>()
  const losses: string[] = []
  for (const { emoji, personKey } of given) {
    const kind = reactionKind(emoji)
    if (!kind) losses.push('reaction without counterpart')
    else if (reactions.has(`${personKey} ${kind}`)) losses.push('second reaction of the same kind')
    else reactions.set(`${personKey} ${kind}`, { personKey, kind, emoji: plainEmoji(emoji) })
  }
  return { reactions: [...reactions.values()], losses }
}
