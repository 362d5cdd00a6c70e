// In which language Foyer speaks to you: on all your devices, and in its letters.
import { useMutation } from '@tanstack/react-query'
import { call } from '#browser/client'
import { LANGUAGE } from '#browser/language'
import { beginIn, languages } from '#browser/page-language'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { useMe } from '#browser/session'
import type { Language } from '#contract/language'
import choices from '../ui/choices.module.css'
import styles from './door.module.css'

export function LanguageChoice() {
  const { id } = useMe().person
  const choose = useMutation({
    mutationFn: (language: Language) => call('people', 'updateProfile', { id, language }),
    onSuccess: (_, language) => beginIn(language),
  })
  const chosen = choose.isPending || choose.isSuccess ? choose.variables : LANGUAGE
  return (
    <>
      <fieldset className={choices.choices} disabled={choose.isPending || choose.isSuccess}>
        <legend>{say('The language that Foyer speaks with you')}</legend>
        {languages.map(({ language, name }) => (
          <label key={language} className={choices.choice} lang={language}>
            <input
              type="radio"
              name="language"
              checked={chosen === language}
              onChange={() => choose.mutate(language)}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <p>
        {say('It holds on all your devices, and for the letters you get. What people write stays as it is.')}
      </p>
      {choose.error !== null && (
        <p role="alert" className={styles.problem}>
          {sentenceOf(choose.error)}
        </p>
      )}
    </>
  )
}
