import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findBrowser } from './browser.ts'

const never = () => assert.fail('nothing is installed here')

describe('the browser of the journeys', () => {
  it('is the one that was asked for', () => {
    assert.equal(findBrowser({ asked: '/opt/browser', exists: () => true, install: never }), '/opt/browser')
  })

  it('is not quietly another when the one asked for is missing', () => {
    const machine = {
      asked: '/opt/browser',
      exists: (path: string) => path !== '/opt/browser',
      install: never,
    }
    assert.throws(() => findBrowser(machine), /FOYER_BROWSER is \/opt\/browser/)
  })

  it('is one that is there, without installing another', () => {
    const exists = (path: string) => path === '/usr/bin/chromium-browser'
    assert.equal(findBrowser({ asked: undefined, exists, install: never }), '/usr/bin/chromium-browser')
  })

  it('is installed where none is and that may be done', () => {
    let isInstalled = false
    const exists = (path: string) => isInstalled && path === '/usr/bin/chromium'
    const install = () => {
      isInstalled = true
      return true
    }
    assert.equal(findBrowser({ asked: undefined, exists, install }), '/usr/bin/chromium')
  })

  it('is asked for in a sentence where it cannot be installed', () => {
    const machine = { asked: undefined, exists: () => false, install: () => false }
    assert.throws(() => findBrowser(machine), /Install it .* or set FOYER_BROWSER/)
  })
})
