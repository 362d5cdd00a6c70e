import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Standing } from '#contract/auth'
import { type Door, doorFor } from './doors.ts'

const firstRun: Standing = { standing: 'first-run', mayOpenSample: true, isOpenToOthers: false }
const signedOut: Standing = { standing: 'signed-out', networkName: 'Own', isSample: false }
const inSample: Standing = { standing: 'signed-out', networkName: 'Made', isSample: true }
const signedIn = { standing: 'signed-in', networkName: 'Own', isSample: false } as Standing
const inShoes = { standing: 'signed-in', networkName: 'Made', isSample: true } as Standing

test('everybody is led to the door that is theirs, and stays where they are right', () => {
  const led: [Standing, string, Door | undefined][] = [
    [firstRun, '/', '/welcome'],
    [firstRun, '/shoes', '/welcome'],
    [firstRun, '/welcome/own', undefined],
    [signedOut, '/brief', '/sign-in'],
    [signedOut, '/welcome', '/sign-in'],
    [signedOut, '/shoes', '/sign-in'],
    [signedOut, '/link/$token', undefined],
    [inSample, '/', '/shoes'],
    [inSample, '/sign-in', '/shoes'],
    [inSample, '/leave-sample', '/shoes'],
    [inSample, '/shoes', undefined],
    [signedIn, '/brief', undefined],
    [signedIn, '/shoes', '/'],
    [signedIn, '/leave-sample', '/'],
    [inShoes, '/shoes', undefined],
    [inShoes, '/leave-sample', undefined],
    [inShoes, '/brief', undefined],
  ]
  for (const [standing, screen, door] of led) assert.equal(doorFor(standing, screen), door, screen)
})
