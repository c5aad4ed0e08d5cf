import { parseArgs } from 'node:util'
import { anything } from './api/caller.ts'
import { signIn } from './api/doors.ts'
import { enterCalendar, lookAt, publishCalendar } from './calendar/bring-in.ts'
import { readNoticeFile } from './calendar/notice-file.ts'
import { ask, passwordOf } from './calendar/password-of.ts'

/**
 * `npm run import-calendar -- FILE --year 2027 --number 国办发明电〔2026〕8号 --date 2026-11-05 --reason …`: brings a holiday
 * notice into the running server as the page of calendars does, and says which open cases it would move (C603). The file is
 * the notice in its own words, a table with a day in each line, or a calendar of `shared/data`; with `--provisional` it is
 * what is known before the notice. `npm run import-calendar -- --publish ID`: the second person looks and puts it into force.
 */
const USAGE = `usage: npm run import-calendar -- FILE --year Y --number N --date YYYY-MM-DD --reason WHY [--title T] [--issuer I]
       npm run import-calendar -- FILE --year Y --provisional --reason WHY
       npm run import-calendar -- --publish ID [--yes]
       [--as NAME] [--url URL]; the password is asked for, or taken from VC_PASSWORD`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    year: { type: 'string' },
    title: { type: 'string' },
    number: { type: 'string', default: '' },
    issuer: { type: 'string', default: '国务院办公厅' },
    date: { type: 'string', default: '' },
    reason: { type: 'string', default: '' },
    provisional: { type: 'boolean', default: false },
    publish: { type: 'string' },
    yes: { type: 'boolean', default: false },
    as: { type: 'string' },
    url: { type: 'string', default: process.env['PUBLIC_URL'] ?? 'http://127.0.0.1:8080' },
  },
})
const url = values.url.replace(/\/$/, '')

try {
  await (values.publish === undefined ? enter() : publish(values.publish))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function enter(): Promise<void> {
  const [file, ...others] = positionals
  const year = Number(values.year)
  if (file === undefined || others.length > 0 || !Number.isInteger(year)) {
    console.error(USAGE)
    process.exitCode = 2
    return
  }
  const { number, issuer, date, reason, provisional: isByHand } = values
  const title = isByHand
    ? `${year}年暂定放假安排（通知发布前）`
    : `国务院办公厅关于${year}年部分节假日安排的通知`
  const text = readNoticeFile(file)
  await asPerson(values.as ?? 'admin', async (caller) => {
    const { id, lines } = await enterCalendar(caller, {
      year,
      status: isByHand ? 'provisional' : 'official',
      text,
      source: { title: values.title ?? title, number, issuer: isByHand ? '' : issuer, date },
      reason,
    })
    for (const line of lines) console.log(line)
    console.log(`nothing is in force yet; a supervisor publishes: npm run import-calendar -- --publish ${id}`)
  })
}

async function publish(id: string): Promise<void> {
  await asPerson(values.as ?? 'supervisor', async (caller) => {
    const { preview, lines } = await lookAt(caller, id)
    for (const line of lines) console.log(line)
    const isMeant = values.yes || (await ask('publish it now? type yes: ')) === 'yes'
    console.log(isMeant ? await publishCalendar(caller, id, preview) : 'nothing was published')
  })
}

// A session that is left open would keep its place until it runs out.
async function asPerson(name: string, work: (caller: Awaited<ReturnType<typeof signIn>>) => Promise<void>) {
  const caller = await signIn(url, name, await passwordOf(name))
  try {
    await work(caller)
  } finally {
    await caller.post('/api/sessions/end', {}, anything)
  }
}
