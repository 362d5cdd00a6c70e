// The one line in which a question is asked, with a name or without.
import { z } from 'zod'
import { line } from './plain-text.ts'

const CHARACTERS_MAX = 300

export const QuestionTitle = line(
  z
    .string()
    .trim()
    .min(1, 'Write your question first.')
    .max(CHARACTERS_MAX, 'Say the question in at most {maximum} characters, and the rest in its details.'),
)
