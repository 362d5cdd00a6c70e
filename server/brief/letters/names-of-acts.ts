// What letters ask for by name: the acts of their links and of the addresses at which they are answered.
export const FINISH_CARD = 'brief/finish-card'
export const REOPEN_CARD = 'brief/reopen-card'
export const STOP_LETTERS = 'brief/stop-letters'
export const ANSWER_CARD = 'brief/answer-card'
export const ASK_WHICH = 'brief/ask-which'
