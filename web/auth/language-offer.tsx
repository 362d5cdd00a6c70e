// At the door: the languages of the page, for somebody whose choice nobody knows yet.
import { LANGUAGE } from '#browser/language'
import { beginIn, languages } from '#browser/page-language'
import { say } from '#browser/say'
import styles from './language-offer.module.css'

export function LanguageOffer() {
  return (
    <nav className={styles.offer} aria-label={say('Language')}>
      {languages.map(({ language, name }) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={styles.language}
          aria-pressed={language === LANGUAGE}
          onClick={() => beginIn(language)}
        >
          {name}
        </button>
      ))}
    </nav>
  )
}
