import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { clearAllDrafts, clearDraft, hasDraft, useDraft } from './drafts.ts'

/** What the page uses of the browser's storage; as there, the kept names are the object's own keys. */
class Kept {
  [name: string]: unknown
  getItem(name: string) {
    return Object.hasOwn(this, name) ? this[name] : null
  }
  setItem(name: string, text: string) {
    this[name] = text
  }
  removeItem(name: string) {
    delete this[name]
  }
}

beforeEach(() => {
  Object.defineProperty(globalThis, 'localStorage', { value: new Kept(), configurable: true })
})

/** The draft as a page shows it that was just loaded. */
function draftOn(key: string, startsWith: string): ReturnType<typeof useDraft> {
  let draft: ReturnType<typeof useDraft> | undefined
  renderToStaticMarkup(
    createElement(() => {
      draft = useDraft(key, startsWith)
      return null
    }),
  )
  assert.ok(draft)
  return draft
}

it('keeps what was begun when the page is loaded again, and only there', () => {
  const [, write] = draftOn('reply to 1', '')
  write('Half a sen')
  assert.equal(draftOn('reply to 1', '')[0], 'Half a sen')
  assert.equal(draftOn('reply to 2', '')[0], '')
  assert.equal(hasDraft('reply to 1'), true)
})

it('is no draft once the words are back at what they started from, or sent', () => {
  const [, write] = draftOn('edit 1', 'As it was')
  write('As it was not')
  assert.equal(hasDraft('edit 1'), true)
  write('As it was')
  assert.equal(hasDraft('edit 1'), false)
  write('Sent')
  clearDraft('edit 1')
  assert.equal(draftOn('edit 1', 'As it was')[0], 'As it was')
})

it('leaves no words on the device when somebody signs out, and touches nothing else', () => {
  draftOn('reply to 1', '')[1]('Mine')
  localStorage.setItem('foyer:theme', 'dark')
  clearAllDrafts()
  assert.equal(hasDraft('reply to 1'), false)
  assert.equal(localStorage.getItem('foyer:theme'), 'dark')
})

it('goes on writing on a device that has no room left', () => {
  localStorage.setItem = () => {
    throw new Error('quota exceeded')
  }
  assert.doesNotThrow(() => draftOn('reply to 1', '')[1]('Too much'))
})
