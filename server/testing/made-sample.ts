// A sample company of a handful, made by hand for tests, as the files that tell it.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after } from 'node:test'

/** What stands in each file, by its path in the folder. */
export type SampleFiles = Record<string, string>

const PEOPLE = `key,name,address,title,unit,location,time_zone,languages,manager,roles,about
ada.berg,Ada Berg,ada@made.test,Chief executive,Office,Bergen,Europe/Oslo,no;en,,executive,Reads for ten minutes.
ben.rossi,Ben Rossi,ben@made.test,Chief of staff,Office,Bergen,Europe/Oslo,en,ada.berg,delegate;administrator,
cleo.nowak,Cleo Nowak,cleo@made.test,Shift supervisor,Paint,Gdańsk,Europe/Warsaw,pl;en,ben.rossi,,
dan.nowak,Dan Nowak,dan@made.test,Painter,Paint,Gdańsk,Europe/Warsaw,pl,cleo.nowak,,
eve.lund,Eve Lund,eve@partner.test,Supplier,,,Europe/Oslo,en,,guest,
`

const SPACES = `key,name,purpose,visibility,porous,keepers,members
floor,The floor,What happens at the booth.,open,,cleo.nowak,unit:Paint;ada.berg
board,Board,For those who decide.,private,,ada.berg,ben.rossi
gate,Gate,With those who bring us paint.,closed,yes,ben.rossi,eve.lund
`

const BOOTH = `---
title: Who may stop the booth?
kind: question
by: dan.nowak
at: -2 22:40
pinned: yes
agree: cleo.nowak
curious: ada.berg
---
Tonight it ran #red for an hour. @cleo.nowak, may I stop it?

--- reply r1
by: cleo.nowak
at: -2 23:05
thank: dan.nowak
---
You may. Write it to \`@ada.berg\` in the book.

--- reply r2
by: ada.berg
at: -1 07:10
answers: r1
files: tally.csv
---
I would have said the same. The [count](file:tally.csv) of the night says why.
`

const MONEY = `---
by: ada.berg
at: -0 08:00
---
A quiet word on money.
`

const BARRELS = `---
title: Barrels
by: eve.lund
at: -1 10:00
---
The barrels are @ben.rossi's to count.
`

export const madeFiles: Readonly<SampleFiles> = {
  'network.json': JSON.stringify({
    name: 'Made Works',
    shoes: [
      { person: 'ada.berg', as: 'the executive', sees: 'Your brief.' },
      { person: 'dan.nowak', as: 'a painter', sees: 'What the floor says.' },
      { person: 'eve.lund', as: 'a guest', sees: 'One space, and nothing else.' },
    ],
  }),
  'people.csv': PEOPLE,
  'spaces.csv': SPACES,
  'read.csv': 'person,thread\nada.berg,floor/01-booth\n',
  'files/tally.csv': 'hour,doors\n22,14\n23,3\n',
  'threads/floor/01-booth.md': BOOTH,
  'threads/board/01-money.md': MONEY,
  'threads/gate/01-barrels.md': BARRELS,
}

/** Writes the sample of a Foyer that lies in a folder of its own. @returns that folder */
export async function writeHome(files: Readonly<SampleFiles> = madeFiles): Promise<string> {
  return writeSample(
    Object.fromEntries(Object.entries(files).map(([file, text]) => [join('sample', file), text])),
  )
}

/** Writes a folder for one test; it is gone when the test is done. @returns its path */
export async function writeSample(files: Readonly<SampleFiles>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-sample-'))
  after(() => rm(folder, { recursive: true, force: true }))
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
  return folder
}
