import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { FileId } from '#contract/ref'
import {
  addressOf,
  altOf,
  besideWords,
  largeSourcesOf,
  type Picture,
  sizeOf,
  sourcesOf,
  withoutPictures,
} from './file-words.ts'

const id = '0192f0c1-0000-7000-8000-000000000000' as FileId
const file = { id, name: 'Seal 50%.jpg', contentType: 'image/jpeg', bytes: 5, width: null, height: null }

describe('a file on the page', () => {
  it('is addressed so that any name leads to it', () => {
    assert.equal(addressOf(file), `/files/${id}/Seal%2050%25.jpg`)
    assert.equal(addressOf({ id, name: '\ud800' }), `/files/${id}/%EF%BF%BD`)
  })

  it('is spoken of without its ending', () => {
    assert.equal(altOf({ name: 'The worn seal.jpeg' }), 'The worn seal')
    assert.equal(altOf({ name: 'Scrap. By week' }), 'Scrap. By week')
  })

  it('has a size that people read', () => {
    const sizes = [0, 1, 999, 1000, 14_400, 3_240_000, 52_428_800, 7_100_000_000, 9e12].map(sizeOf)
    const expected = [
      '0 byte',
      '1 byte',
      '999 byte',
      '1 kB',
      '14 kB',
      '3.2 MB',
      '52 MB',
      '7.1 GB',
      '9,000 GB',
    ]
    assert.deepEqual(sizes, expected)
  })

  it('stands below the words only when it does not stand among them', () => {
    assert.deepEqual(besideWords([file], `See ![the seal](file:${id}).`), [])
    assert.deepEqual(besideWords([file], `See ${id}.`), [file])
  })
})

describe('the opening of a post', () => {
  it('is its words alone, wherever pictures stand among them and wherever it is cut', () => {
    const picture = `![The worn seal](file:${id})`
    assert.equal(withoutPictures(`Before\n\n${picture}\n\nafter`), 'Before\n\nafter')
    for (let length = 2; length <= picture.length; length += 1) {
      assert.equal(withoutPictures(`Before ${picture.slice(0, length)}`), 'Before', picture.slice(0, length))
    }
    assert.equal(withoutPictures('Wow! [a link](/x) and a[0]'), 'Wow! [a link](/x) and a[0]')
  })
})

describe('a picture', () => {
  const wide = (width: number): Picture => ({ ...file, width, height: 10 })
  const widths = (picture: Picture) => sourcesOf(picture).match(/\d+w/g)

  it('is offered in widths up to its own', () => {
    assert.deepEqual(widths(wide(100)), ['100w'])
    assert.deepEqual(widths(wide(640)), ['320w', '640w'])
    assert.deepEqual(widths(wide(900)), ['320w', '640w', '900w'])
    assert.deepEqual(widths(wide(4000)), ['320w', '640w', '1280w'])
    assert.match(largeSourcesOf(wide(4000)) ?? '', /1280w, .* 4000w$/)
    assert.equal(largeSourcesOf(wide(1280)), undefined)
    assert.equal(largeSourcesOf({ ...wide(4000), contentType: 'image/gif' }), undefined)
  })
})
