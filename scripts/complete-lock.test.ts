import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { type Locked, missingParts, platformOf } from './complete-lock.ts'

describe('the lock file', () => {
  it('names every platform’s part of every package, so that npm ci takes it anywhere', () => {
    const text = readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8')
    const lock: { packages: Record<string, Locked> } = JSON.parse(text)
    assert.deepEqual(Object.keys(missingParts(lock.packages)), [], 'run: npm run complete-lock')
  })

  it('is completed with the version that is asked for, and the platform it is for', () => {
    const packages = {
      'node_modules/tool': {
        dev: true,
        optionalDependencies: { '@tool/win32-x64': '1.2.3', '@tool/linux-x64': '1.2.3', fsevents: '2.0.0' },
      },
      'node_modules/@tool/linux-x64': { version: '1.2.3' },
    }
    assert.deepEqual(missingParts(packages), {
      'node_modules/@tool/win32-x64': {
        version: '1.2.3',
        dev: true,
        optional: true,
        os: ['win32'],
        cpu: ['x64'],
      },
    })
  })

  it('knows a platform by its name', () => {
    assert.deepEqual(platformOf('@biomejs/cli-linux-x64-musl'), {
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
    })
    assert.deepEqual(platformOf('@swc/core-linux-arm-gnueabihf'), {
      os: ['linux'],
      cpu: ['arm'],
      libc: ['glibc'],
    })
    assert.deepEqual(platformOf('@swc/core-win32-ia32-msvc'), { os: ['win32'], cpu: ['ia32'] })
    assert.equal(platformOf('fsevents'), undefined)
  })
})
