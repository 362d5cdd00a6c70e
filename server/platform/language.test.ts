import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Language } from '#contract/language'
import { languageAsked } from './language.ts'

describe('the language of a request', () => {
  const asked: [Record<string, string>, Language][] = [
    [{}, 'en'],
    [{ 'accept-language': 'de-CH,de;q=0.9,en;q=0.8' }, 'de'],
    [{ 'accept-language': 'en;q=0.3, FR-ca ; q=0.7, pt' }, 'fr'],
    [{ 'accept-language': 'pt-BR,zh;q=0.9' }, 'en'],
    [{ 'accept-language': 'de;q=0, es;q=0.1' }, 'es'],
    [{ cookie: 'foyer_session=x; foyer-language=ja', 'accept-language': 'de' }, 'ja'],
    [{ cookie: 'foyer-language=xx', 'accept-language': 'de' }, 'de'],
    [{ cookie: 'not-foyer-language=ja' }, 'en'],
  ]
  for (const [headers, language] of asked) {
    test(`is ${language} for ${JSON.stringify(headers)}`, () =>
      assert.equal(languageAsked(new Headers(headers)), language))
  }

  test('is one that the product speaks, whatever a browser sends', () => {
    fc.assert(
      fc.property(fc.string(), (said) => {
        const header = said.replaceAll(/[^\x20-\x7e]/g, ' ')
        Language.parse(languageAsked(new Headers({ 'accept-language': header, cookie: header })))
      }),
    )
  })
})
