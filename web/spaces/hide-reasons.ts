// Why something is reported or hidden, in words.
import type { HideReason } from '#contract/said'

export const HIDE_REASONS: Record<HideReason, string> = {
  unkind: 'unkind to somebody',
  private: 'private or confidential',
  misleading: 'misleading',
  unlawful: 'unlawful or dangerous',
  spam: 'advertising or spam',
  'off-topic': 'does not belong here',
  other: 'another reason',
}

/** What stands where hidden words stood. */
export function hiddenTrace({ reason }: { reason: HideReason }): string {
  return `Hidden by a keeper: ${HIDE_REASONS[reason]}.`
}
