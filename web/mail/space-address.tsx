// The reader's own address for a space, shown when they ask for it.
import { useMutation } from '@tanstack/react-query'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say, sayWith } from '#browser/say'
import type { SpaceId } from '#contract/ref'
import { Button } from '#ui/button'
import styles from './mail.module.css'

export function SpaceAddress({ spaceId }: { spaceId: SpaceId }) {
  const ask = useMutation({ mutationFn: () => call('mail', 'makeSpaceAddress', { spaceId }) })
  const address = ask.data?.address
  return (
    <div className={styles.address}>
      {ask.data === undefined && (
        <Button kind="quiet" disabled={ask.isPending} onClick={() => ask.mutate()}>
          {say('Post by mail')}
        </Button>
      )}
      <p role="status">
        {ask.error !== null && sentenceOf(ask.error)}
        {address === null && say('Mail cannot come in here: your administrator has not set that up.')}
        {typeof address === 'string' &&
          sayWith(
            'What you send to {address} becomes a post here. The address is yours alone; nobody else can post by it.',
            { address: <a href={`mailto:${address}`}>{address}</a> },
          )}
      </p>
    </div>
  )
}
