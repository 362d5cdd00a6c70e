import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { renamed, safeName } from './file-name.ts'

describe('the name of a file', () => {
  const cases: [given: string, type: string, expected: string][] = [
    ['Scrap by week.csv', 'text/plain', 'Scrap by week.csv'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['C:\\Users\\kim\\plan.pdf', 'application/pdf', 'plan.pdf'],
    ['..', 'application/octet-stream', 'file'],
    ['', 'image/png', 'file.png'],
    [' \t\n ', 'text/plain', 'file.txt'],
    ['.htaccess', 'application/octet-stream', 'htaccess'],
    ['a\u0000b\u0007.txt', 'text/plain', 'ab.txt'],
    ['invoice\u202efdp.exe', 'application/octet-stream', 'invoicefdp.exe'],
    ['a<b>:"c|?*.txt', 'text/plain', 'a_b___c___.txt'],
    ['Schro\u0308dinger.pdf', 'application/pdf', 'Schrödinger.pdf'],
    ['week   12.csv . ', 'text/plain', 'week 12.csv'],
    ['夜班报告.docx', 'application/octet-stream', '夜班报告.docx'],
    ['\ud800.png', 'image/png', '\ufffd.png'],
    ['a.thisisnoendingatall', 'text/plain', 'a.thisisnoendingatall.txt'],
  ]
  for (const [given, type, expected] of cases) {
    it(`is made safe: ${JSON.stringify(given)}`, () => assert.equal(safeName(given, type), expected))
  }

  it('is short, has one part and no unseen signs, and stays as it is when it is safe already', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('image/png', 'x/y'),
        (given, type) => {
          const name = safeName(given, type)
          assert.ok(name.length > 0 && name.length <= 120)
          assert.doesNotMatch(name, /[/\\<>:"|?*\p{Cc}]|^\.|^\s|\s$/u)
          assert.equal(safeName(name, type), name)
        },
      ),
    )
  })

  it('is cut between characters and keeps its ending', () => {
    const name = safeName(`${'👩‍🏭'.repeat(60)}.jpeg`, 'image/jpeg')
    assert.ok(name.length <= 120)
    assert.match(name, /^(👩‍🏭)+\.jpeg$/u)
  })

  it('can be changed, its ending cannot', () => {
    assert.equal(renamed('IMG_1.jpg', 'The worn seal'), 'The worn seal.jpg')
    assert.equal(renamed('IMG_1.jpg', 'seal.JPG'), 'seal.jpg')
    assert.equal(renamed('IMG_1.jpg', 'seal.exe'), 'seal.exe.jpg')
    assert.equal(renamed('IMG_1.jpg', 'before/after'), 'before-after.jpg')
    assert.equal(renamed('IMG_1.jpg', '\u200b'), 'file.jpg')
  })
})
