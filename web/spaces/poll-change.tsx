// Changing a poll in which nobody voted yet.
import { useState } from 'react'
import { now } from '#browser/clock'
import { say } from '#browser/say'
import type { GivenPoll, Poll } from '#contract/polls'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { useToast } from '#ui/toast'
import styles from './poll.module.css'
import { PollFields } from './poll-fields.tsx'
import { draftOf, givenPoll, type PollDraft, whyNotGive } from './poll-words.ts'

type ChangePollProps = { poll: Poll; onChange: (poll: GivenPoll) => Promise<boolean> }

export function ChangePoll({ poll, onChange }: ChangePollProps) {
  const [draft, setDraft] = useState<PollDraft>()
  const toast = useToast()
  const leave = () => setDraft(undefined)
  const change = async (given: PollDraft) => {
    const whyNot = whyNotGive(given)
    if (whyNot !== undefined) return toast({ sentence: whyNot })
    if (await onChange(givenPoll(given, now()))) leave()
  }
  return (
    <>
      <Button kind="quiet" onClick={() => setDraft(draftOf(poll))}>
        {say('Change the poll')}
      </Button>
      <Dialog title={say('Change the poll')} open={draft !== undefined} onClose={leave}>
        {draft && (
          <form
            className={styles.change}
            onSubmit={(event) => {
              event.preventDefault()
              void change(draft)
            }}
          >
            <PollFields draft={draft} onDraft={setDraft} />
            <div className={styles.buttons}>
              <Button kind="go" type="submit">
                {say('Change')}
              </Button>
              <Button kind="quiet" onClick={leave}>
                {say('Cancel')}
              </Button>
            </div>
          </form>
        )}
      </Dialog>
    </>
  )
}
