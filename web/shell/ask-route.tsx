// Where asking meets its address and the rooms it takes parts from.
import { useSearch } from '@tanstack/react-router'
import { AskPage } from '../answers/ask-page.tsx'
import type { AskParts } from '../answers/ask-parts.ts'
import { PersonPicker } from '../people/person-picker.tsx'
import { Composer } from '../spaces/composer.tsx'

const parts: AskParts = { Composer, PersonPicker }

export function AskRoute() {
  const { space = '', text = '', person = '', from = '' } = useSearch({ strict: false })
  return <AskPage parts={parts} prefill={{ spaceId: space, text, personId: person, replyId: from }} />
}
