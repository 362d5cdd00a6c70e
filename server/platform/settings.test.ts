import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSettings, WrongSetting } from './settings.ts'

const read = (environment: Record<string, string>) => readSettings(environment, '/srv/foyer')

describe('settings', () => {
  it('are all optional', () => {
    const settings = read({})
    assert.equal(settings.dataFolder, '/srv/foyer/data')
    assert.equal(settings.baseUrl, 'http://localhost:3000')
    assert.deepEqual([settings.host, settings.port, settings.databaseUrl], ['127.0.0.1', 3000, undefined])
  })

  it('count as not given when they are empty', () => {
    assert.deepEqual(read({ PORT: '', DATABASE_URL: '  ', LOG_LEVEL: '' }), read({}))
  })

  it('take what is given', () => {
    const settings = read({
      FOYER_DATA: '/var/foyer',
      PORT: '8080',
      HOST: '0.0.0.0',
      BASE_URL: 'https://foyer.example.org//',
      DATABASE_URL: 'postgresql://u:p@db/foyer',
      TRUST_PROXY: 'yes',
      METRICS_TOKEN: 'open sesame',
    })
    assert.equal(settings.dataFolder, '/var/foyer')
    assert.deepEqual([settings.port, settings.host, settings.isBehindProxy], [8080, '0.0.0.0', true])
    assert.deepEqual([settings.baseUrl, settings.metricsToken], ['https://foyer.example.org', 'open sesame'])
    assert.equal(settings.databaseUrl, 'postgresql://u:p@db/foyer')
    assert.equal(read({ PORT: '8080' }).baseUrl, 'http://localhost:8080')
  })

  const wrong: [string, string, string][] = [
    ['PORT', 'http', 'PORT is "http". Give a whole number from 0 to 65535.'],
    ['PORT', '70000', 'PORT is "70000". Give a whole number from 0 to 65535.'],
    ['PORT', '80.5', 'PORT is "80.5". Give a whole number from 0 to 65535.'],
    ['DATABASE_CONNECTIONS', '1', 'DATABASE_CONNECTIONS is "1". Give a whole number from 2 to 200.'],
    ['RATE_PER_PERSON', '0', 'RATE_PER_PERSON is "0". Give a whole number from 1 to 10000000.'],
    ['RATE_PER_ADDRESS', '-1', 'RATE_PER_ADDRESS is "-1". Give a whole number from 1 to 10000000.'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL is "loud". Give one of: debug, info, warn, error, silent.'],
    ['TRUST_PROXY', 'true', 'TRUST_PROXY is "true". Give one of: yes, no.'],
    ['BASE_URL', 'foyer.example', 'BASE_URL is not an address that starts with http:// or https://.'],
    ['MAIL_URL', 'http://mail', 'MAIL_URL is not an address that starts with smtp:// or smtps://.'],
  ]
  for (const [name, value, sentence] of wrong) {
    it(`refuse ${name}=${value} with a sentence that names it`, () => {
      assert.throws(() => read({ [name]: value }), { name: 'WrongSetting', message: sentence })
    })
  }

  it('do not repeat the password of an address that is wrong', () => {
    assert.throws(
      () => read({ DATABASE_URL: 'mysql://root:hunter2@db' }),
      (error) => error instanceof WrongSetting && !error.message.includes('hunter2'),
    )
  })
})
