// What pages that the words link to tell of themselves: quiet cards, text alone, nothing fetched from there.
import { X } from 'lucide-react'
import { say } from '#browser/say'
import type { LinkPreview } from '#contract/previews'
import type { Post, Reply } from '#contract/said'
import styles from './link-previews.module.css'
import { useRemovePreview } from './use-previews.ts'

export function LinkPreviews({ said }: { said: Post | Reply }) {
  const remove = useRemovePreview(said)
  return (
    <ul className={styles.previews} aria-label={say('Linked pages')}>
      {said.previews.map((preview) => (
        <li key={preview.url} className={styles.preview}>
          <Glimpse preview={preview} />
          {said.may.edit && (
            <button
              type="button"
              className={styles.remove}
              aria-label={say('Remove the preview of {title}', { title: preview.title })}
              onClick={() => remove(preview)}
            >
              <X size={18} strokeWidth={1.75} aria-hidden="true" />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Whatever a page says of itself is somebody else's word, so the host that it came from stands beside it. */
function Glimpse({ preview: { url, title, description, siteName } }: { preview: LinkPreview }) {
  return (
    <a className={styles.link} href={url} rel="noopener noreferrer nofollow" target="_blank">
      <bdi className={styles.title}>{title}</bdi>
      {description !== null && <bdi className={styles.description}>{description}</bdi>}
      <span className={styles.site}>
        {siteName !== null && siteName !== hostOf(url) && (
          <>
            <bdi>{siteName}</bdi>
            {' · '}
          </>
        )}
        <bdi>{hostOf(url)}</bdi>
      </span>
    </a>
  )
}

function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./, '')
}
