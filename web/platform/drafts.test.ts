import assert from 'node:assert/strict'
import { it } from 'node:test'
import { DraftStore, otherOf } from './draft-store.ts'

/** What the page uses of the browser's storage. */
function device() {
  const kept = new Map<string, string>([['foyer:theme', 'dark']])
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}

type Device = ReturnType<typeof device>

/** A tab, or the same one after a reload: it knows only what the device kept. */
const openTab = (storage: Device, soon: (act: () => void) => void = (act) => act()) =>
  new DraftStore(() => storage, soon)
const never = () => {}

it('keeps what was begun when the page is loaded again, and only there', () => {
  const storage = device()
  openTab(storage).write('reply:1', 'Half a sen')
  const tab = openTab(storage)
  assert.equal(tab.textOf('reply:1'), 'Half a sen')
  assert.equal(tab.textOf('reply:2'), undefined)
  assert.equal(tab.has('reply:1'), true)
})

it('shows every key at once, and keeps many of them at one time', () => {
  const storage = device()
  const waiting: (() => void)[] = []
  const tab = openTab(storage, (act) => waiting.push(act))
  for (const text of ['H', 'He', 'Hey']) tab.write('reply:1', text)
  assert.equal(tab.textOf('reply:1'), 'Hey')
  assert.equal(storage.kept.has('foyer:draft:reply:1'), false)
  waiting[0]?.()
  assert.equal(storage.kept.get('foyer:draft:reply:1'), 'Hey')
})

it('asks for words that take a while to make only when they are kept', () => {
  const storage = device()
  const tab = openTab(storage, never)
  let asked = 0
  for (let key = 0; key < 9; key += 1) {
    tab.writeLater('reply:1', () => {
      asked += 1
      return 'Made'
    })
  }
  tab.flush()
  assert.deepEqual([asked, storage.kept.get('foyer:draft:reply:1')], [1, 'Made'])
})

it('follows what is written in another tab', () => {
  const storage = device()
  const [one, two] = [openTab(storage), openTab(storage)]
  one.write('reply:1', 'From one')
  two.write('reply:2', 'Elsewhere')
  two.lookAgain()
  assert.equal(two.textOf('reply:1'), 'From one')
  one.clear('reply:1')
  two.lookAgain()
  assert.equal(two.textOf('reply:1'), undefined)
})

it('lets the later writing of two tabs win, and keeps the other beside it', () => {
  const storage = device()
  const [one, two] = [openTab(storage), openTab(storage)]
  assert.equal(two.textOf('reply:1'), undefined, 'both have it open')
  one.write('reply:1', 'From one')
  two.write('reply:1', 'From two')
  assert.equal(storage.kept.get('foyer:draft:reply:1'), 'From two')
  assert.equal(two.textOf(otherOf('reply:1')), 'From one')
  two.swapWithOther('reply:1')
  assert.deepEqual([two.textOf('reply:1'), two.textOf(otherOf('reply:1'))], ['From one', 'From two'])
})

it('does not take over what another tab wrote while words of its own wait', () => {
  const storage = device()
  const [one, two] = [openTab(storage), openTab(storage, never)]
  two.write('reply:1', 'From two')
  one.write('reply:1', 'From one')
  two.lookAgain()
  assert.equal(two.textOf('reply:1'), 'From two')
  two.flush()
  assert.equal(two.textOf(otherOf('reply:1')), 'From one')
})

it('leaves the words of another tab alone where nothing was changed in the end', () => {
  const storage = device()
  const [one, two] = [openTab(storage), openTab(storage, never)]
  one.write('reply:1', 'Begun')
  assert.equal(two.textOf('reply:1'), 'Begun')
  two.write('reply:1', 'Begun!')
  one.write('reply:1', 'Begun and gone on')
  two.write('reply:1', 'Begun')
  two.flush()
  assert.equal(two.textOf('reply:1'), 'Begun and gone on')
  assert.equal(two.textOf(otherOf('reply:1')), undefined)
})

it('forgets a draft with all that belongs to it, and brings all of it back', () => {
  const storage = device()
  const tab = openTab(storage)
  tab.write('post:1', 'Words')
  tab.write('post:1:title', 'Title')
  tab.write('post:12', 'Of another space')
  const bringBack = tab.clear('post:1')
  assert.equal(tab.has('post:1'), false)
  assert.equal(tab.has('post:12'), true)
  bringBack()
  assert.deepEqual([tab.textOf('post:1'), tab.textOf('post:1:title')], ['Words', 'Title'])
  assert.equal(openTab(storage).textOf('post:1:title'), 'Title')
})

it('leaves no words on the device when somebody signs out, and touches nothing else', () => {
  const storage = device()
  const tab = openTab(storage)
  tab.write('reply:1', 'Mine')
  tab.clearAll()
  tab.flush()
  assert.deepEqual([...storage.kept.keys()], ['foyer:theme'])
  assert.equal(tab.textOf('reply:1'), undefined)
})

it('goes on writing on a device that has no room left, and says so', () => {
  const storage = device()
  storage.setItem = () => {
    throw new Error('quota exceeded')
  }
  const tab = openTab(storage)
  tab.write('reply:1', 'Too much')
  tab.lookAgain()
  assert.equal(tab.textOf('reply:1'), 'Too much')
  assert.equal(tab.hasRoomFor('reply:1'), false)
})

it('works where the browser keeps nothing at all', () => {
  const tab = new DraftStore(
    () => {
      throw new Error('storage is switched off')
    },
    (act) => act(),
  )
  tab.write('reply:1', 'Words')
  assert.equal(tab.textOf('reply:1'), 'Words')
  assert.equal(tab.has('reply:1'), true)
})
