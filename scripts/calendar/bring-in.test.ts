import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CalendarPage } from '@counter/shared/contract/calendar'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../counter-server/src/config.ts'
import { startServer } from '../../counter-server/src/server.ts'
import { receiving } from '../../counter-server/test/case-files.ts'
import { CHEAP, testClock } from '../../counter-server/test/test-clock.ts'
import { anything, type Caller, required } from '../api/caller.ts'
import { signIn } from '../api/doors.ts'
import { freePort } from '../api/server-process.ts'
import { type CalendarEntry, enterCalendar, lookAt, publishCalendar } from './bring-in.ts'
import { readNoticeFile } from './notice-file.ts'

const SHIPPED = new URL('../../shared/data/calendar-2026.json', import.meta.url)

async function startTownship() {
  const folder = mkdtempSync(join(tmpdir(), 'calendar-'))
  const port = String(await freePort())
  const environment = { DATA_DIR: folder, PORT: port, LOG_LEVEL: 'silent' }
  const server = await startServer(readConfig(environment, []), testClock('2026-06-12T01:40:00.000Z'), {
    passwordCost: CHEAP,
    pages: null,
  })
  onTestFinished(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })
  const enter = (name: string) =>
    signIn(server.address, name, server.accounts?.find((each) => each.signInName === name)?.password ?? '')
  return { folder, server, enter }
}

/** One felling licence, promised for Monday 22 June: five working days from the 12th, the 19th off. */
async function acceptCase(clerk: Caller): Promise<void> {
  required(await clerk.command('/api/windows/1/open', {}, anything), 'open')
  required(await clerk.command('/api/cases', receiving('LY-001', 'accept'), anything), 'accept')
}

test('[C603] a notice in a file is entered as on the page, says what it would move, and waits for a second person', async () => {
  const { folder, enter } = await startTownship()
  const [admin, supervisor] = [await enter('admin'), await enter('supervisor')]
  await acceptCase(await enter('clerk1'))
  const table = join(folder, 'notice.tsv')
  writeFileSync(table, `\uFEFF${readNoticeFile(SHIPPED.pathname)}\n2026-06-18\t放假\t端午节`)
  const entry: CalendarEntry = {
    year: 2026,
    status: 'official',
    text: readNoticeFile(table),
    source: {
      title: '关于调整端午节放假的通知',
      number: '国办发明电〔2026〕3号',
      issuer: '国务院办公厅',
      date: '2026-06-11',
    },
    reason: '新通知',
  }
  const { id, lines } = await enterCalendar(admin, entry)
  expect(lines.slice(0, 2)).toEqual([
    `change ${id}: 2026 version 2, official, 247 working days, 34 days off, 6 made up for; entered`,
    '1 open cases, 1 would move; 1 residents were told an earlier day',
  ])
  expect(lines[3]).toMatch(/committed 2026-06-22 -> 2026-06-23, .* told 2026-06-22 {2}林木采伐许可证核发/)
  await expect(publishCalendar(admin, id, (await lookAt(admin, id)).preview)).rejects.toThrow(/403/)
  const seen = await lookAt(supervisor, id)
  expect(await publishCalendar(supervisor, id, seen.preview)).toMatch(/; (published|applied)$/)
  const { items } = required(await admin.get('/api/calendars', CalendarPage), 'calendars')
  expect(items.map(({ year, version }) => [year, version])).toContainEqual([2026, 2])
})

test('[C602] a file that is no calendar is refused with its line', async () => {
  const { enter } = await startTownship()
  const entry: CalendarEntry = {
    year: 2026,
    status: 'official',
    text: '1月1日,放假,元旦\n2月30日,放假,春节',
    source: { title: '通知', number: '国办发明电〔2026〕3号', issuer: '国务院办公厅', date: '2026-06-11' },
    reason: '新通知',
  }
  await expect(enterCalendar(await enter('admin'), entry)).rejects.toThrow(/calendar\.invalid 第2行/)
})
