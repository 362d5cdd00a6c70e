import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSubject } from './subjects.ts'

test('marks of replying and forwarding are taken off, in many languages and any number', () => {
  for (const raw of [
    'Re: FW: plan',
    'AW: plan',
    'RE[2]: plan',
    'Fwd: Re(3): plan',
    'SV: re:plan',
    'plan (fwd)',
  ]) {
    assert.equal(parseSubject(raw).title, 'plan', raw)
    assert.equal(parseSubject(raw).about, 'plan', raw)
  }
})

test('the outermost mark says whether a mail answers or forwards', () => {
  assert.equal(parseSubject('Re: FW: plan').mark, 'reply')
  assert.equal(parseSubject('FW: Re: plan').mark, 'forward')
  assert.equal(parseSubject('Report: plan').mark, 'none')
})

test('the tag of a list is shown but does not tell subjects apart', () => {
  assert.deepEqual(parseSubject('Re: [board] Re: Plan'), {
    title: '[board] Plan',
    about: 'plan',
    mark: 'reply',
  })
  assert.equal(parseSubject('[board]').about, '[board]')
})

test('a subject that is nothing but marks is none', () => {
  assert.deepEqual(parseSubject('Re: FW: '), { title: undefined, about: '', mark: 'reply' })
  assert.equal(parseSubject(undefined).title, undefined)
})
