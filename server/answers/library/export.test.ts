import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import type { PostId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { answer, ask } from '#testing/answers-house'
import { startFoyer } from '#testing/foyer'
import { exportAnswers } from './export-answers.ts'
import { type ExportFile, slugOf, wordsOutside } from './export-files.ts'
import type { Exported } from './exported.ts'
import { markdownWriting } from './markdown-files.ts'
import { siteWriting } from './site-files.ts'

const foyer = await startFoyer()
const made = { baseUrl: 'https://foyer.test', today: '2026-03-10', language: 'en', isCut: false } as const

async function exported(format: 'markdown' | 'site'): Promise<ExportFile[]> {
  const { files } = await exportAnswers({ ...made, db: foyer.db, sight: 'open', format })
  return Array.fromAsync(files)
}

const given = (changed: Partial<Exported>): Exported => ({
  postId: '0192f0c1-0000-7000-8000-000000000000' as PostId,
  ...{ line: 'Who may?', body: 'Who may?', space: 'Plant', topics: [], askedOn: '2026-03-02' },
  ...{ answeredOn: '2026-03-03', answeredBy: 'Ingrid', owner: null, reviewOn: null, answer: 'So.' },
  ...changed,
})

describe('an export of open spaces', () => {
  before(async () => {
    const executive = await foyer.as('executive')
    const open = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
    const board = must(await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).id
    const one = await ask(foyer, { spaceId: open, title: 'Who may stop line 3?', body: 'At #night' })
    await answer(foyer, { postId: one, by: 'executive', body: 'The **supervisor**.', reviewOn: '2026-03-09' })
    await ask(foyer, { spaceId: open, title: 'Still open?' })
    const secret = await ask(foyer, { spaceId: board, title: 'Secret merger?', by: 'executive' })
    await answer(foyer, { postId: secret, by: 'executive', body: 'Yes, merger.' })
  })

  it('as Markdown has a file a question, with what is known of it in front, and an index', async () => {
    const files = await exported('markdown')
    assert.equal(files.length, 2)
    const [question, index] = files
    assert.match(question?.path ?? '', /^answers\/who-may-stop-line-3-[\da-f]{12}\.md$/)
    assert.match(
      question?.text ?? '',
      /^---\nquestion: "Who may stop line 3\?"\nspace: "Plant"\ntopics: \["night"\]/,
    )
    assert.match(
      question?.text ?? '',
      /\nreview: "2026-03-09"\nstate: "out of date"\nsource: "https:\/\/foyer\.test\/threads\//,
    )
    assert.match(question?.text ?? '', /The \*\*supervisor\*\*\./)
    assert.match(index?.text ?? '', /## Plant\n\n- \[Who may stop line 3\?\]\(answers\/who-may-stop-line-3-/)
  })

  it('as a site has a page a question, and lists by space and topic that lead to it', async () => {
    const files = await exported('site')
    assert.deepEqual(
      files.map(({ path }) => path.replace(/-[\da-f]{12}/, '')),
      ['answers/who-may-stop-line-3.html', 'space-1-plant.html', 'topic-1-night.html', 'index.html'],
    )
    const paths = new Set(files.map(({ path }) => path))
    for (const { path, text } of files)
      for (const [, href = ''] of text.matchAll(/href="([^"]+)"/g))
        if (!href.startsWith('https:')) assert.ok(paths.has(path.includes('/') ? href.slice(3) : href), href)
    assert.match(files[0]?.text ?? '', /The <strong>supervisor<\/strong>\./)
    assert.match(files[0]?.text ?? '', /Out of date since 9 March 2026\./)
  })

  it('holds nothing of a space that is not open, nor who asked', async () => {
    for (const format of ['markdown', 'site'] as const) {
      const all = JSON.stringify(await exported(format))
      assert.ok(!/merger|Board/.test(all))
      assert.ok(!all.includes('Okafor'))
    }
  })
})

describe('the pages of an export', () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '[x](javascript:alert(1))',
      '![x](https://tracker.test/x.png)',
      '<!--',
      '</style>',
      '[x](data:text/html,<script>)',
      '![a"b](https://tracker.test/ "t")',
    ),
  )

  it('run nothing and fetch nothing, whatever was written', () => {
    const texts = fc.record({
      line: hostile,
      body: hostile,
      answer: hostile,
      space: hostile,
      answeredBy: hostile,
    })
    fc.assert(
      fc.property(texts, (text) => {
        const page = siteWriting(made).fileOf(given(text), 'answers/x.html')
        const body = page.slice(page.indexOf('<body>'))
        for (const [tag] of body.matchAll(/<[a-z][^>]*>/gi)) {
          assert.doesNotMatch(tag, /^<(script|img|iframe|style|link|meta|object|embed|form|svg)/i)
          assert.doesNotMatch(tag, /\son\w+=/i)
          assert.doesNotMatch(tag, /(href|src)="\s*(javascript|data|vbscript):/i)
        }
      }),
    )
  })

  it('tell nothing of a question that its front matter would not carry back', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        const text = markdownWriting(made).fileOf(given({ line, body: line }), 'answers/x.md')
        const [, front = ''] = /^question: (.*)$/m.exec(text) ?? []
        assert.equal(JSON.parse(front), line)
      }),
    )
  })

  it('have names that every system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) =>
        /^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/.test(slugOf(line)),
      ),
    )
  })

  it('name people instead of addressing them, and lead into Foyer in full', () => {
    const id = '0192f0c1-0000-7000-8000-000000000000'
    assert.equal(
      wordsOutside(`@[Ann O](person:${id}) [see](/threads/1) [plan](file:${id})`, made),
      `@Ann O [see](https://foyer.test/threads/1) [plan](https://foyer.test/files/${id}/file)`,
    )
  })
})
