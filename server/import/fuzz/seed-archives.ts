// Small archives in the shape of real ones, which are then broken.
import type { ArchiveSource } from '#contract/import'
import { direct, madeBulk, post, SAID_AT, user, yard } from '../mattermost/made-bulk.ts'
import type { MadeEntry } from '../reading/made-zip.ts'

/** A file of an archive, or the only one. */
export type SeedFile = MadeEntry & { content: Buffer }
export type SeedArchive = {
  source: ArchiveSource
  /** By its ending readers tell some files. */
  name: string
  files: readonly SeedFile[]
  isZip: boolean
}

const json = (name: string, value: unknown): SeedFile => ({
  name,
  content: Buffer.from(JSON.stringify(value)),
})
const text = (name: string, value: string): SeedFile => ({ name, content: Buffer.from(value) })
const said = (ts: string, words: string, more: object = {}) => ({
  type: 'message',
  user: 'U1',
  ts,
  text: words,
  ...more,
})

const slack: SeedArchive = {
  ...{ source: 'slack', name: 'export.zip', isZip: true },
  files: [
    json('users.json', [
      { id: 'U1', name: 'ana', profile: { real_name: 'Ana Sol', email: 'ana@works.test', title: 'Head' } },
      { id: 'U2', name: 'bo', deleted: true, profile: { real_name: 'Bo Lind' }, is_restricted: true },
      { id: 'B1', name: 'deploys', is_bot: true },
    ]),
    json('channels.json', [
      { id: 'C1', name: 'lobby', created: 1500000000, members: ['U1', 'U2'], purpose: { value: 'Talk' } },
    ]),
    json('groups.json', [{ id: 'G1', name: 'board', members: ['U1'], is_archived: true }]),
    json('dms.json', [{ id: 'D1', members: ['U1', 'U2'] }]),
    json('lobby/2017-07-14.json', [
      said('1500000000.000100', '*Well* <@U2> &amp; <#C1|lobby> <https://a.test|a> `x` ~no~\n&gt; quote', {
        ...{ edited: { user: 'U1', ts: '1500000060.000000' }, reply_count: 1 },
        reactions: [{ name: '+1', users: ['U2'], count: 1 }],
        files: [{ id: 'F1', name: 'plan.pdf', size: 3 }],
      }),
      said('1500000001.000100', 'yes', { user: 'U2', thread_ts: '1500000000.000100' }),
      said('1500000002.000100', '', {
        subtype: 'bot_message',
        bot_id: 'B1',
        attachments: [{ title: 'T', text: 'x' }],
      }),
      said('1500000003.000100', '<@U1> has joined', { subtype: 'channel_join' }),
    ]),
    json('board/2017-07-15.json', [said('1500090000.000100', 'secret')]),
    json('D1/2017-07-15.json', [said('1500090000.000200', 'psst', { user: 'U2' })]),
    text('__uploads/F1/plan.pdf', 'PDF'),
  ],
}

const bulkLines = [
  ...yard,
  user('cleo', ['yard'], { roles: 'system_guest', position: 'Visitor' }),
  post('Well, @bo.lind: ~yard `@ana`', {
    ...{ is_pinned: true, edit_at: SAID_AT + 9, attachments: [{ path: '2023/plan.pdf' }] },
    reactions: [{ user: 'bo.lind', emoji_name: 'thumbsup', create_at: SAID_AT }],
    replies: [{ user: 'bo.lind', message: 'Yes', create_at: SAID_AT + 1000, reactions: [] }],
  }),
  post('', { props: { attachments: [{ title: 'Build', text: 'green' }] }, create_at: SAID_AT + 5 }),
  { type: 'direct_channel', direct_channel: { members: ['ana', 'cleo'] } },
  direct(['ana', 'cleo'], 'psst'),
  { type: 'emoji', emoji: { name: 'parrot', image: 'x.png' } },
]

const mattermost: SeedArchive = {
  ...{ source: 'mattermost', name: 'export.jsonl', isZip: false },
  files: [{ name: 'export.jsonl', content: madeBulk(bulkLines) }],
}

const mattermostZip: SeedArchive = {
  ...{ source: 'mattermost', name: 'export.zip', isZip: true },
  files: [{ name: 'import.jsonl', content: madeBulk(bulkLines) }, text('data/2023/plan.pdf', 'PDF')],
}

const MAILS = `From ana@works.test Mon Jul 17 10:00:00 2017
From: Ana Sol <ana@works.test>
To: "Lind, Bo" <bo@works.test>, cleo@else.test
Cc: =?utf-8?Q?J=C3=B6rg?= <jorg@works.test>
Date: Mon, 17 Jul 2017 10:00:00 +0200
Message-ID: <1@works.test>
Subject: =?iso-8859-1?Q?Gr=FC=DFe?=
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Hello =C3=A9veryone
>From here on
--b
Content-Type: text/html

<p>Hello <b>everyone</b><blockquote>old</blockquote></p>
--b--

From bo@works.test Mon Jul 17 11:00:00 2017
From: Bo Lind <bo@works.test>
To: Ana Sol <ana@works.test>
Date: Mon, 17 Jul 2017 11:00:00 +0200
Message-ID: <2@works.test>
In-Reply-To: <1@works.test>
References: <1@works.test>
Subject: Re: Hello
Content-Type: text/plain; charset=windows-1252
Content-Transfer-Encoding: base64

SSBhZ3JlZS4KCk9uIE1vbiBBbmEgd3JvdGU6Cj4gSGVsbG8K

From list@works.test Tue Jul 18 09:00:00 2017
From: Cleo <cleo@else.test>
To: Shop floor <shop@list.works.test>
List-Id: Shop floor <shop.list.works.test>
Date: Tue, 18 Jul 2017 09:00:00 -0500
Subject: [shop] Pallets

No identity here.
`

const mbox: SeedArchive = {
  ...{ source: 'mbox', name: 'mail.mbox', isZip: false },
  files: [text('mail.mbox', MAILS)],
}

const PEOPLE = `Name,Email,Title,Department,Manager Email,Employee ID,Manager ID,Status
Ana Sol,ana@works.test,Head,Works,,1,,active
"Lind, Bo",bo@works.test,"Second ""in"" line",Works,ana@works.test,2,1,active
Cleo,cleo@works.test,,Lab,bo@works.test,3,2,inactive
Di,di@works.test;d@works.test,,Lab,nobody@works.test,4,9,
`

const people: SeedArchive = {
  ...{ source: 'people', name: 'people.csv', isZip: false },
  files: [text('people.csv', PEOPLE)],
}

export const seedArchives: readonly SeedArchive[] = [slack, mattermost, mattermostZip, mbox, people]
