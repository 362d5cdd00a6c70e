// What one does about something said, each told in a sentence with a way back.
import { useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { PersonRef, PostId, SaidId, SpaceRef } from '#contract/ref'
import type { HideReason } from '#contract/said'
import { useToast } from '#ui/toast'

type Deed = () => Promise<unknown>
type Told = { sentence: string; undo?: Deed }
/** What somebody wants to do about something said. */
export type Matter = 'report' | 'moderate' | 'appeal'

export type Why = { reason: HideReason; sentence: string }
export type Word = { saidId: SaidId }

/** Does something, tells so, and shows everything anew; when it is refused, says why. True when it was done. */
function useDo() {
  const client = useQueryClient()
  const toast = useToast()
  const run = async (deed: Deed, { sentence, undo }: Told): Promise<boolean> => {
    try {
      await deed()
    } catch (error) {
      toast({ sentence: sentenceOf(error) })
      return false
    }
    const takeBack = undo && (() => void run(undo, { sentence: say('Taken back.') }))
    toast({ sentence, ...(takeBack && { undo: takeBack }) })
    await client.invalidateQueries({ queryKey: ['spaces'] })
    return true
  }
  return run
}

const withSentence = (sentence: string) => (sentence.trim() === '' ? {} : { sentence })

/** What concerns the words themselves. */
export function useJudge() {
  const run = useDo()
  const restore = ({ saidId }: Word) => call('spaces', 'restoreHidden', { saidId })
  return {
    report: ({ saidId }: Word, { reason, sentence }: Why) =>
      run(() => call('spaces', 'reportWords', { saidId, reason, ...withSentence(sentence) }), {
        sentence: say('Reported. You hear here what comes of it.'),
        undo: () => call('spaces', 'withdrawReport', { saidId }),
      }),
    withdraw: ({ saidId }: Word) =>
      run(() => call('spaces', 'withdrawReport', { saidId }), {
        sentence: say('Your report is taken back.'),
      }),
    hide: ({ saidId }: Word, { reason, sentence }: Why) =>
      run(() => call('spaces', 'hideWords', { saidId, reason, ...withSentence(sentence) }), {
        sentence: say('Hidden. Its author is told why.'),
        undo: () => restore({ saidId }),
      }),
    restore: ({ saidId }: Word) =>
      run(() => restore({ saidId }), { sentence: say('It stands where it stood.') }),
    letStand: ({ saidId }: Word) =>
      run(() => call('spaces', 'letStand', { saidId }), {
        sentence: say('It stays. Whoever reported it is told so.'),
        undo: () => call('spaces', 'reopenCase', { saidId }),
      }),
    dismiss: ({ saidId }: Word) =>
      run(() => call('spaces', 'dismissAppeal', { saidId }), {
        sentence: say('It stays hidden. Its author is told so.'),
        undo: () => call('spaces', 'reopenCase', { saidId }),
      }),
    reopen: ({ saidId }: Word) =>
      run(() => call('spaces', 'reopenCase', { saidId }), { sentence: say('It waits again.') }),
    appeal: ({ saidId }: Word, body: string) =>
      run(() => call('spaces', 'appeal', { saidId, body }), {
        sentence: say('Somebody else looks at it. You hear here what comes of it.'),
        undo: () => call('spaces', 'withdrawAppeal', { saidId }),
      }),
  }
}

type Thread = { postId: PostId }
type Place = { from: SpaceRef; to: SpaceRef }

/** What concerns a whole thread. */
export function useThreadDeeds() {
  const run = useDo()
  const move = (postId: PostId, { id }: SpaceRef) =>
    call('spaces', 'moveThread', { postId, spaceId: id, mayWiden: true })
  return {
    lock: ({ postId }: Thread, sentence: string) =>
      run(() => call('spaces', 'lockThread', { postId, sentence }), {
        sentence: say('Locked. Nothing more is said here for now.'),
        undo: () => call('spaces', 'unlockThread', { postId }),
      }),
    unlock: ({ postId }: Thread) =>
      run(() => call('spaces', 'unlockThread', { postId }), { sentence: say('Everybody can reply again.') }),
    /** Whoever moves it saw who comes to read it. */
    move: ({ postId }: Thread, { from, to }: Place) =>
      run(() => move(postId, to), {
        sentence: say('Moved to {to}.', { to: to.name }),
        undo: () => move(postId, from),
      }),
  }
}

/** Whom one does not want to hear of. */
export function useSilenceDeeds() {
  const run = useDo()
  return {
    mute: ({ id: personId, name }: PersonRef) =>
      run(() => call('spaces', 'mutePerson', { personId }), {
        sentence: say('What {name} says no longer comes to your home and notices. They are not told.', {
          name,
        }),
        undo: () => call('spaces', 'unmutePerson', { personId }),
      }),
    unmute: ({ id: personId, name }: PersonRef) =>
      run(() => call('spaces', 'unmutePerson', { personId }), {
        sentence: say('You hear {name} again.', { name }),
      }),
    block: ({ id: personId, name }: PersonRef) =>
      run(() => call('spaces', 'blockPerson', { personId }), {
        sentence: say('You and {name} no longer hear of each other. They are not told.', { name }),
        undo: () => call('spaces', 'unblockPerson', { personId }),
      }),
    unblock: ({ id: personId, name }: PersonRef) =>
      run(() => call('spaces', 'unblockPerson', { personId }), {
        sentence: say('{name} is no longer blocked.', { name }),
      }),
  }
}
