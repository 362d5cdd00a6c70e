// Why something is reported or hidden, in words.
import { say } from '#browser/say'
import type { HideReason } from '#contract/said'

export const HIDE_REASONS: Record<HideReason, string> = {
  unkind: say('unkind to somebody'),
  private: say('private or confidential'),
  misleading: say('misleading'),
  unlawful: say('unlawful or dangerous'),
  spam: say('advertising or spam'),
  'off-topic': say('does not belong here'),
  other: say('another reason'),
}

/** What stands where hidden words stood. */
export function hiddenTrace({ reason }: { reason: HideReason }): string {
  return say('Hidden by a keeper: {reason}.', { reason: HIDE_REASONS[reason] })
}
