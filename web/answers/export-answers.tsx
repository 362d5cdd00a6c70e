// Takes along what is answered, as the library is narrowed: for reading elsewhere, or for another program.
import { useState } from 'react'
import { download } from '#browser/download'
import { sentenceOf } from '#browser/problem'
import { say, sayAs } from '#browser/say'
import type { ExportFormat } from '#contract/library'
import { Button } from '#ui/button'
import styles from './library.module.css'
import type { LibrarySearch } from './library-address.ts'
import { filterOf } from './use-library.ts'

export function ExportAnswers({ search }: { search: LibrarySearch }) {
  const { take, taking, told } = useExport(search)
  const isTaking = taking !== undefined
  return (
    <details className={styles.export}>
      <summary>{say('Take answers along')}</summary>
      <p>
        {say(
          'What is answered and you may read, narrowed as above, with who answered and never who asked. What is in a private space comes along only where you choose that space.',
        )}
      </p>
      <div className={styles.formats}>
        <Button disabled={isTaking} onClick={() => void take('site')}>
          {taking === 'site' ? say('Gathering …') : sayAs('to download answers', 'As a site')}
        </Button>
        <Button disabled={isTaking} onClick={() => void take('markdown')}>
          {taking === 'markdown' ? say('Gathering …') : sayAs('to download answers', 'As Markdown')}
        </Button>
      </div>
      <p role="status">{told}</p>
    </details>
  )
}

function useExport(search: LibrarySearch) {
  const [taking, setTaking] = useState<ExportFormat>()
  const [told, setTold] = useState<string>()
  const take = async (format: ExportFormat) => {
    setTaking(format)
    setTold(undefined)
    try {
      const query = new URLSearchParams(filterOf(search))
      await download(`/api/answers/download-answers/${format}?${query}`, `answers-${format}.zip`)
      setTold(say('It is among your downloads.'))
    } catch (error) {
      setTold(sentenceOf(error))
    } finally {
      setTaking(undefined)
    }
  }
  return { take, taking, told }
}
