import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type Asked, answerTo } from './answering.ts'

const ORIGIN = 'https://foyer.test'
const wayOf = (path: string, part: Partial<Asked> = {}) =>
  answerTo({ method: 'GET', mode: 'cors', url: `${ORIGIN}${path}`, ...part }, ORIGIN)

it('every screen is the one document', () => {
  for (const path of ['/', '/brief', '/threads/x?y=z', '/apiary', '/filesystem']) {
    assert.equal(wayOf(path, { mode: 'navigate' }), 'document')
  }
})

it('files that never change are answered from what is kept', () => {
  assert.equal(wayOf('/assets/home-abc.js'), 'part')
})

it('nothing that anybody said, sent or downloads passes through what is kept', () => {
  for (const path of ['/api/spaces/get-feed', '/files/1/plan.pdf', '/service-worker.js', '/']) {
    assert.equal(wayOf(path), 'pass')
  }
  for (const path of ['/api/openapi.json', '/files/1/plan.pdf', '/metrics', '/healthz']) {
    assert.equal(wayOf(path, { mode: 'navigate' }), 'pass')
  }
  assert.equal(wayOf('/brief', { mode: 'navigate', method: 'POST' }), 'pass')
  assert.equal(wayOf('', { url: 'https://elsewhere.test/assets/x.js' }), 'pass')
})
