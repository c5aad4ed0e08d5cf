/** Booked on the phone, scanned at the kiosk, called in the right place; early, late, another day, and closing time. */
import { equal, match } from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { anything, required } from '../../api/caller.ts'
import { consult, next } from '../desk.ts'
import { scan, tooWide } from '../scan.ts'
import { partWords, says, stands } from '../see.ts'
import { SIZES, type Stage } from '../stage.ts'
import type { Scenario } from '../tell.ts'

export interface BookingStory {
  readonly stage: Stage
  readonly kiosk: Page
  /** Link and code of each booking, by whom it is for. */
  readonly codes: Map<string, Told>
}

interface Told {
  readonly link: string
  readonly code: string
}

/** 320 px is 1280 px at 400 % (U45). */
const NARROW = { width: 320, height: 690 }

export const BOOKINGS: readonly Scenario<BookingStory>[] = [
  { title: '[Q36, Q38] a time is booked on the phone in four questions', run: bookOnPhone },
  { title: '[Q36, Q37] scanned at the kiosk on time, the number is called by the appointment', run: onTime },
  { title: '[Q36] who comes early is in the line, who comes late is told so', run: earlyAndLate },
  { title: '[Q39] another day and a wrong code lead to an ordinary number', run: otherDay },
  { title: '[Q39] the phone changes a booking and gives it back', run: changeAndCancel },
  { title: '[Q38] the desk books for somebody without a phone', run: atTheDesk },
  { title: '[Q41, Q42] near closing the tile says so and offers a booking', run: nearClosing },
]

async function bookOnPhone({ stage, codes }: BookingStory): Promise<void> {
  const phone = await stage.openPage('/book', SIZES.phone)
  await stands(phone, 'P-6', 'topic')
  await look(stage, phone, 'P-6 topic')
  await phone.getByTestId('p6.topic.relief').tap()
  await phone.getByRole('button', { name: '6月12日（周五）' }).tap()
  await phone.getByTestId('p6.band.10:30').waitFor()
  await look(stage, phone, 'P-6 bands')
  await phone.getByTestId('p6.band.10:30').tap()
  await says(phone, '低保 · 救助 · 优待')
  await phone.getByRole('button', { name: '确认预约' }).tap()
  await says(phone, '手机号不对，请再看一遍')
  await phone.getByLabel('手机号').fill('138 0000 1234')
  await look(stage, phone, 'P-6 confirm')
  await phone.getByRole('button', { name: '确认预约' }).tap()
  await stands(phone, 'P-6', 'taken')
  match(await partWords(phone, 'p6.code'), /^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  await look(stage, phone, 'P-6 taken')
  codes.set('on time', await toldOn(phone))
  await phone.reload()
  await stands(phone, 'P-6', 'own')
  await says(phone, '已约好')
  await look(stage, phone, 'P-6 own')
  await phone.context().close()
}

async function onTime({ stage, kiosk, codes }: BookingStory): Promise<void> {
  await takeAt(stage, kiosk, '02:05')
  await stage.moveClock('2026-06-12T02:20:00.000Z')
  await scanAt(kiosk, told(codes, 'on time').link)
  await stands(kiosk, 'K-3')
  equal(await partWords(kiosk, 'k3.number'), '预约 001')
  await says(kiosk, '按您约的 10:30 排队')
  await look(stage, kiosk, 'K-3 booked')
  await kiosk.getByText('好的').tap()
  await takeAt(stage, kiosk, '02:21')
  const desk = await stage.deskPage(1)
  await stands(desk, 'C-1', 'idle')
  // 10:05 and the head start are 10:25, the appointment is 10:30, 10:21 and the head start are 10:41.
  for (const number of ['综 001', '预约 001', '综 002']) {
    await next(desk)
    equal(await partWords(desk, 'desk.number'), number)
    await consult(desk)
  }
}

async function earlyAndLate({ stage, kiosk, codes }: BookingStory): Promise<void> {
  await bookBy(stage, codes, 'early', { phone: '13800000002', band: '14:00' })
  await bookBy(stage, codes, 'late', { phone: '13800000003', band: '10:30' })
  await kiosk.getByText('预约签到').tap()
  await stands(kiosk, 'K-11', 'typing')
  await look(stage, kiosk, 'K-11')
  await stage.moveClock('2026-06-12T02:25:00.000Z')
  await typeCode(kiosk, told(codes, 'early').code)
  await says(kiosk, '您约的是 14:00，来早了也给您排上')
  equal(await partWords(kiosk, 'k3.number'), '预约 002')
  await kiosk.getByText('好的').tap()
  await stage.moveClock('2026-06-12T02:41:00.000Z')
  await scanAt(kiosk, told(codes, 'late').link)
  await says(kiosk, '过了约的 10:30，按普通号排队')
  equal(await partWords(kiosk, 'k3.number'), '综 003')
  await kiosk.getByText('好的').tap()
}

async function otherDay({ stage, kiosk, codes }: BookingStory): Promise<void> {
  await bookBy(stage, codes, 'monday', { phone: '13800000004', band: '09:00', date: '2026-06-15' })
  await scanAt(kiosk, told(codes, 'monday').link)
  await says(kiosk, '您约的是 6月15日（周一）')
  await look(stage, kiosk, 'K-11 refused')
  await kiosk.getByText('取普通号').tap()
  await stands(kiosk, 'K-1', 'open')
  await kiosk.getByText('预约签到').tap()
  await typeCode(kiosk, '00000000')
  await says(kiosk, '没找到预约')
  await kiosk.getByText('返回').tap()
}

async function changeAndCancel({ stage, codes }: BookingStory): Promise<void> {
  const { pathname, hash } = new URL(told(codes, 'monday').link)
  const phone = await stage.openPage(`${pathname}${hash}`, NARROW)
  await says(phone, '已约好')
  equal(await tooWide(phone), 0)
  await phone.getByRole('button', { name: '改时间' }).tap()
  await phone.getByRole('button', { name: '6月16日（周二）' }).tap()
  await look(stage, phone, 'P-6 change')
  equal(await tooWide(phone), 0)
  await phone.getByTestId('p6.band.15:00').tap()
  await says(phone, '6月16日（周二） 15:00')
  await phone.getByRole('button', { name: '取消预约' }).tap()
  await phone.getByRole('button', { name: '取消这个预约' }).tap()
  await says(phone, '已取消')
  await look(stage, phone, 'P-6 cancelled')
  await phone.context().close()
}

async function atTheDesk({ stage }: BookingStory): Promise<void> {
  const desk = await stage.deskPage(2)
  await stands(desk, 'C-1')
  await desk.keyboard.press('Control+k')
  await desk.locator('dialog input').waitFor()
  await desk.keyboard.type('yy')
  await desk.keyboard.press('Enter')
  await says(desk, '今天办不完的号')
  await says(desk, '138****1234')
  await look(stage, desk, 'C-1 bookings', 'staff')
  await desk.getByLabel('哪天').selectOption('2026-06-15')
  await desk.getByLabel('几点').selectOption('09:00')
  await desk.getByRole('button', { name: '约上' }).press('Enter')
  await says(desk, /约好 2026-06-15 09:00，预约码 [0-9A-Z]{4}-[0-9A-Z]{4}/)
  await desk.keyboard.press('Escape')
}

async function nearClosing({ stage, kiosk }: BookingStory): Promise<void> {
  const admin = await stage.signIn('admin')
  const setting = { value: false, reason: '正式开放' }
  required(await admin.command('/api/settings/hall.alwaysOpen', setting, anything), 'the hall keeps hours')
  await stage.moveClock('2026-06-12T09:05:00.000Z')
  await says(kiosk, '▲ 今天可能办不到您了')
  await look(stage, kiosk, 'K-1 late')
  await kiosk.getByTestId('k1.tile.relief').tap()
  await stands(kiosk, 'K-2', 'late')
  await kiosk.getByTestId('k2.book').waitFor()
  equal(await kiosk.getByTestId('k2.take').count(), 0)
  await look(stage, kiosk, 'K-2 late')
  await kiosk.getByTestId('k2.take-priority').tap()
  await says(kiosk, '请直接到导服台，工作人员帮您安排')
}

async function look(
  stage: Stage,
  page: Page,
  name: string,
  audience: 'public' | 'staff' = 'public',
): Promise<void> {
  if (process.env['ACCEPTANCE_PICTURES'] !== undefined) await stage.screenshot(page, name)
  await scan(page, name, audience)
}

async function toldOn(phone: Page): Promise<Told> {
  return { link: phone.url(), code: (await partWords(phone, 'p6.code')).replace('-', '') }
}

function told(codes: BookingStory['codes'], who: string): Told {
  const found = codes.get(who)
  if (found === undefined) throw new Error(`nobody has booked as ${who}`)
  return found
}

async function bookBy(
  stage: Stage,
  codes: BookingStory['codes'],
  who: string,
  { phone, band, date = '2026-06-12' }: { phone: string; band: string; date?: string },
): Promise<void> {
  const page = await stage.openPage('/book?topic=relief', SIZES.phone)
  const day = date === '2026-06-12' ? '6月12日（周五）' : '6月15日（周一）'
  await page.getByRole('button', { name: day }).tap()
  await page.getByTestId(`p6.band.${band}`).tap()
  await page.getByLabel('手机号').fill(phone)
  await page.getByRole('button', { name: '确认预约' }).tap()
  await stands(page, 'P-6', 'taken')
  codes.set(who, await toldOn(page))
  await page.context().close()
}

/** A scanner types the text and ends with Enter, faster than any hand. */
async function scanAt(kiosk: Page, text: string): Promise<void> {
  await stands(kiosk, 'K-1')
  await kiosk.keyboard.type(text)
  await kiosk.keyboard.press('Enter')
}

async function typeCode(kiosk: Page, code: string): Promise<void> {
  for (const sign of code) await kiosk.getByRole('button', { name: sign, exact: true }).tap()
  await kiosk.getByRole('button', { name: '签到', exact: true }).tap()
}

async function takeAt(stage: Stage, kiosk: Page, time: string): Promise<void> {
  await stage.moveClock(`2026-06-12T${time}:00.000Z`)
  await stands(kiosk, 'K-1', 'open')
  await kiosk.getByTestId('k1.tile.relief').tap()
  await kiosk.getByTestId('k2.take').tap()
  await stands(kiosk, 'K-3')
  await kiosk.getByText('好的').tap()
}
