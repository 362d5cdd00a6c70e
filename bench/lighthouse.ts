// The screens of the sample company as Lighthouse sees them: a throttled phone, first paint to first use.
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { findBrowser, thisMachine } from '../scripts/browser.ts'
import { type Bed, type Figure, median } from './bed.ts'
import { openSample } from './sample.ts'

const WANTED = { performance: 95, accessibility: 100, 'best-practices': 100 } as const
type Category = keyof typeof WANTED

const CHROMIUM_WORDS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking']
const ROUNDS_MAX = 3
const NOTHING_BESIDE = '–'

type Seen = { scores: Record<Category, number>; firstPaintMs: number; blockedMs: number }

export async function measureLighthouse(bed: Bed): Promise<Figure[]> {
  await bed.query('create database lighthouse')
  const sample = await openSample(bed, 'lighthouse')
  const chrome = await launch({ chromePath: findBrowser(thisMachine()), chromeFlags: CHROMIUM_WORDS })
  try {
    const cookie = await stepIntoFirstShoes(sample.address)
    const threadId = await firstThread(sample.address, cookie)
    const screens = {
      home: { path: '/', cookie },
      brief: { path: '/brief', cookie },
      thread: { path: `/threads/${threadId}`, cookie },
      'the door of the sample company': { path: '/shoes', cookie: '' },
    }
    const figures: Figure[] = []
    for (const [name, screen] of Object.entries(screens)) {
      const rounds: Seen[] = []
      for (let round = 0; round < Math.min(bed.effort.rounds, ROUNDS_MAX); round += 1) {
        rounds.push(await look(chrome.port, { address: sample.address, ...screen }))
      }
      figures.push(...figuresOf(name, rounds))
    }
    return figures
  } finally {
    chrome.kill()
    await sample.stop()
    await bed.query('drop database lighthouse with (force)')
  }
}

async function stepIntoFirstShoes(address: string): Promise<string> {
  const shoes = await (await fetch(`${address}/api/auth/list-shoes`)).json()
  const answer = await fetch(`${address}/api/auth/step-into-shoes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ personId: shoes.items[0].person.id }),
  })
  if (!answer.ok) throw new Error(`Nobody could step into shoes: ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}

async function firstThread(address: string, cookie: string): Promise<string> {
  const feed = await (await fetch(`${address}/api/spaces/get-feed`, { headers: { cookie } })).json()
  return feed.items[0].id
}

type Screen = { address: string; path: string; cookie: string }

async function look(port: number, { address, path, cookie }: Screen): Promise<Seen> {
  const result = await lighthouse(`${address}${path}`, {
    port,
    logLevel: 'error',
    onlyCategories: Object.keys(WANTED),
    ...(cookie !== '' && { extraHeaders: { Cookie: cookie } }),
  })
  if (result === undefined) throw new Error(`Lighthouse said nothing of ${path}.`)
  const { categories, audits } = result.lhr
  const score = (category: Category) => Math.round((categories[category]?.score ?? 0) * 100)
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
    },
    firstPaintMs: audits['first-contentful-paint']?.numericValue ?? Number.NaN,
    blockedMs: audits['total-blocking-time']?.numericValue ?? Number.NaN,
  }
}

function figuresOf(screen: string, rounds: readonly Seen[]): Figure[] {
  const of = (pick: (seen: Seen) => number) => median(rounds.map(pick))
  const paint = `first paint ${(of(({ firstPaintMs }) => firstPaintMs) / 1000).toFixed(1)} s`
  const blocked = `blocked ${Math.round(of(({ blockedMs }) => blockedMs))} ms`
  return (Object.keys(WANTED) as Category[]).map((category) => {
    const score = of(({ scores }) => scores[category])
    return {
      figure: `Lighthouse on a phone, ${category}`,
      workload: category === 'performance' ? `${screen}: ${paint}, ${blocked}` : screen,
      yardstick: NOTHING_BESIDE,
      product: String(score),
      ratio: NOTHING_BESIDE,
      wanted: `≥ ${WANTED[category]}`,
      isMet: score >= WANTED[category],
    }
  })
}
