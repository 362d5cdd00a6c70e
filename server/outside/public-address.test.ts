import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isPublicAddress } from './public-address.ts'

const INSIDE = [
  ...[
    '127.0.0.1',
    '127.1.2.3',
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
  ],
  ...['169.254.169.254', '169.254.0.1', '100.64.0.1', '100.100.100.200', '192.0.0.192', '168.63.129.16'],
  ...[
    '224.0.0.1',
    '239.255.255.250',
    '240.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '198.18.0.1',
    '203.0.113.9',
  ],
  ...['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'ff02::1', 'fec0::1', '100::1'],
  ...[
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '::8.8.8.8',
    '2001:db8::1',
    '3fff::1',
  ],
  ...[
    '64:ff9b::7f00:1',
    '64:ff9b::808:808',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001::1',
    '5f00::1',
    '4000::1',
  ],
]
const NO_ADDRESSES = [
  '',
  'localhost',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '127.1',
  '1.2.3',
  '1.2.3.4.5',
  '[::1]',
]

describe('an address', () => {
  it('is public when everybody may reach it', () => {
    for (const address of ['1.1.1.1', '93.184.215.14', '2606:4700:4700::1111', '2a00:1450:4001:82a::200e']) {
      assert.equal(isPublicAddress(address), true, address)
    }
  })

  it('is not when it is local, private, shared, kept for something, or carries another one in it', () => {
    for (const address of [...INSIDE, ...NO_ADDRESSES]) assert.equal(isPublicAddress(address), false, address)
  })

  it('is not, whatever its last parts, when its network is a private one', () => {
    const part = fc.integer({ min: 0, max: 255 })
    const network = fc.constantFrom('10', '127', '0', '224', '240', '255')
    fc.assert(
      fc.property(network, part, part, part, (first, ...rest) => {
        assert.equal(isPublicAddress([first, ...rest].join('.')), false)
      }),
    )
    const group = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16))
    const prefix = fc.constantFrom('fc00', 'fdab', 'fe80', 'ff02', '64:ff9b', '2002:a00', '0:0:0:0:0:ffff')
    fc.assert(
      fc.property(prefix, group, group, (start, one, other) => {
        const colons =
          start.split(':').length === 6 ? `${start}:${one}:${other}` : `${start}::${one}:${other}`
        assert.equal(isPublicAddress(colons), false, colons)
      }),
    )
  })
})
