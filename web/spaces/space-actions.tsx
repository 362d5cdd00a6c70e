// What one may do with a space: join, follow, invite, leave.
import { type ComponentProps, lazy, Suspense, useId, useState } from 'react'
import { sentenceOf } from '#browser/problem'
import { say, sayAs } from '#browser/say'
import type { PersonRef } from '#contract/ref'
import type { Space } from '#contract/spaces'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { useToast } from '#ui/toast'
import page from '../ui/page.module.css'
import type { SpacePageParts, SpacesParts } from './parts.ts'
import styles from './space-page.module.css'
import { useFollowSpace, useInvitePerson, useJoinSpace, useLeaveSpace } from './use-spaces.ts'

const ChangeSpace = lazy(() =>
  import('./change-space.tsx').then((module) => ({ default: module.ChangeSpace })),
)

type Told = { whenDone: string; undo?: () => void }

type SpaceActionsProps = { space: Space; parts: SpacePageParts }

export function SpaceActions({ space, parts }: SpaceActionsProps) {
  const [isInviting, setIsInviting] = useState(false)
  const [showsMore, setShowsMore] = useState(false)
  const { join, leave, follow } = useActs(space)
  const more = useId()
  return (
    <div className={page.row}>
      {space.may.join && (
        <Button kind="go" onClick={join}>
          {sayAs('a space', 'Join')}
        </Button>
      )}
      {space.may.invite && (
        <Button kind="plain" onClick={() => setIsInviting(true)}>
          {sayAs('into a space', 'Invite')}
        </Button>
      )}
      {space.may.read && (
        <Button aria-pressed={space.youFollow} onClick={follow}>
          {space.youFollow ? sayAs('you do', 'Following') : sayAs('verb', 'Follow')}
        </Button>
      )}
      {space.may.read && (
        <Button
          kind="quiet"
          aria-expanded={showsMore}
          aria-controls={more}
          onClick={() => setShowsMore(!showsMore)}
        >
          {sayAs('what else can be done', 'More')}
        </Button>
      )}
      <div id={more} className={styles.more} hidden={!showsMore}>
        {showsMore && <MoreActions space={space} parts={parts} leave={leave} />}
      </div>
      <InviteDialog
        space={space}
        PersonPicker={parts.PersonPicker}
        isOpen={isInviting}
        onClose={() => setIsInviting(false)}
      />
    </div>
  )
}

/** What is seldom done stands behind a press, and is loaded with it. */
function MoreActions({ space, parts, leave }: SpaceActionsProps & { leave: () => void }) {
  const [isChanging, setIsChanging] = useState(false)
  return (
    <Suspense>
      <div className={page.row}>
        <parts.SpaceBell spaceId={space.id} />
        {space.may.inviteGuests && <parts.GuestDoor space={space} />}
        {space.may.edit && <Button onClick={() => setIsChanging(true)}>{say('Change')}</Button>}
        {space.may.leave && (
          <Button kind="quiet" onClick={leave}>
            {sayAs('a space', 'Leave')}
          </Button>
        )}
      </div>
      {space.may.post && <parts.SpaceAddress spaceId={space.id} />}
      {isChanging && <ChangeSpace space={space} onClose={() => setIsChanging(false)} />}
    </Suspense>
  )
}

function useActs(space: Space) {
  const joining = useJoinSpace()
  const leaving = useLeaveSpace()
  const following = useFollowSpace()
  const tell = useTell()
  const join = () =>
    joining.mutate(space.id, tell({ whenDone: say('You are in {space}.', { space: space.name }) }))
  const leave = () =>
    leaving.mutate(
      space.id,
      tell({
        whenDone: say('You left {space}.', { space: space.name }),
        // Only an open space lets one back in without being invited.
        ...(space.visibility === 'open' && { undo: () => joining.mutate(space.id) }),
      }),
    )
  const follow = () =>
    following.mutate(
      { id: space.id, follows: !space.youFollow },
      tell({
        whenDone: space.youFollow
          ? say('{space} no longer comes to your home.', { space: space.name })
          : say('What is said in {space} comes to your home.', { space: space.name }),
      }),
    )
  return { join, leave, follow }
}

/** What is said when something was done or refused. */
function useTell() {
  const toast = useToast()
  return ({ whenDone, undo }: Told) => ({
    onSuccess: () => toast({ sentence: whenDone, ...(undo && { undo }) }),
    onError: (error: Error) => toast({ sentence: sentenceOf(error) }),
  })
}

type InviteProps = Pick<SpacesParts, 'PersonPicker'> &
  Pick<ComponentProps<typeof Dialog>, 'onClose'> & { space: Space; isOpen: boolean }

function InviteDialog(props: InviteProps) {
  const { space, PersonPicker, isOpen, onClose } = props
  const invite = useInvitePerson()
  const tell = useTell()
  const pick = (person: PersonRef) => {
    onClose()
    invite.mutate(
      { spaceId: space.id, personId: person.id },
      tell({ whenDone: say('{person} is in {space} now.', { person: person.name, space: space.name }) }),
    )
  }
  return (
    <Dialog
      title={say('Invite somebody into {space}', { space: space.name })}
      open={isOpen}
      onClose={onClose}
    >
      {isOpen && <PersonPicker label={say('Whom to invite')} onPick={pick} startsFocused />}
    </Dialog>
  )
}
