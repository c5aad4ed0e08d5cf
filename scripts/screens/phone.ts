import { DeskAnswer } from '@counter/shared/contract/desk'
import type { Page } from 'playwright-core'
import { partSays, says, stands } from '../acceptance/see.ts'
import { SIZES } from '../acceptance/stage.ts'
import { anything, type Caller, required } from '../api/caller.ts'
import type { Gallery } from './gallery.ts'
import { callAndMiss, callAt, takeNumbers, tellWaits } from './residents.ts'

/** A resident's phone: the number in each of its states, and a booking from the first question to the last. */
export async function paintPhone(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  const entry = await stage.openPage('/t', SIZES.phone)
  await gallery.phone(entry, '1-enter')
  await entry.context().close()
  await tellWaits(stage)
  const clerk = await stage.signIn('clerk1')
  required(await clerk.command('/api/windows/1/open', {}, anything), 'open 1')
  await paintWaiting(gallery)
  const link = await takeNumbers(stage, '2026-06-12T01:41:20.000Z', 5)
  const { pathname, hash } = new URL(link)
  const phone = await stage.openPage(`${pathname}${hash}`, SIZES.phone)
  await stands(phone, 'P-1')
  await gallery.phone(phone, '1-own')
  const call = async () => required(await clerk.command('/api/windows/1/next', {}, DeskAnswer), 'next').ticket
  const serve = async (id: string) => {
    required(await clerk.command(`/api/tickets/${id}/start`, {}, anything), 'start')
    const outcome = { outcome: 'consulted', isLateEntry: false }
    required(await clerk.command(`/api/tickets/${id}/finish`, outcome, anything), 'finish')
  }
  await paintCancelled(gallery, phone)
  for (let turn = 0; turn < 6; turn += 1) {
    const ticket = await call()
    if (ticket === null) break
    if (await isMine(phone, ticket.number)) {
      await partSays(phone, 'p1.line', '请到 1 号窗口')
      await gallery.phone(phone, '1-called')
      required(await clerk.command(`/api/tickets/${ticket.id}/start`, {}, anything), 'start')
      await stands(phone, 'P-1', 'serving')
      await gallery.phone(phone, '1-serving')
      await clerk.command(`/api/tickets/${ticket.id}/finish`, { outcome: 'consulted' }, anything)
      await stands(phone, 'P-1', 'served')
      await gallery.phone(phone, '1-served')
      break
    }
    await serve(ticket.id)
  }
  await phone.context().close()
  await paintMissed(gallery, clerk)
  await paintBooking(gallery)
}

/** Somebody with others ahead, told how long it may take. */
async function paintWaiting(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  const { pathname, hash } = new URL(await takeNumbers(stage, '2026-06-12T01:40:10.000Z', 4))
  const phone = await stage.openPage(`${pathname}${hash}`, SIZES.phone)
  await stands(phone, 'P-1', 'waiting')
  await says(phone, /大约等/)
  await gallery.phone(phone, '1-waiting')
  await phone.context().close()
}

/** Called twice in vain, and the day after. */
async function paintMissed(gallery: Gallery, clerk: Caller): Promise<void> {
  const { stage } = gallery
  const { pathname, hash } = new URL(await takeNumbers(stage, '2026-06-12T01:50:00.000Z', 5))
  const phone = await stage.openPage(`${pathname}${hash}`, SIZES.phone)
  await stands(phone, 'P-1', 'soon')
  await callAndMiss(stage, clerk, 1)
  await stands(phone, 'P-1', 'missed')
  await gallery.phone(phone, '1-missed')
  await callAt(clerk, 1, false)
  await stage.moveClock('2026-06-12T23:00:00.000Z')
  await phone.reload()
  await stands(phone, 'P-1', 'expired')
  await gallery.phone(phone, '1-expired')
  await phone.context().close()
  const wrong = await stage.openPage(`/t#${'A'.repeat(22)}`, SIZES.phone)
  await says(wrong, '没找到')
  await gallery.phone(wrong, '1-not-found')
  await wrong.context().close()
}

async function isMine(phone: Page, number: string): Promise<boolean> {
  return ((await phone.locator('.number').textContent()) ?? '').includes(number)
}

async function paintCancelled(gallery: Gallery, phone: Page): Promise<void> {
  await phone.getByText('不排了').tap()
  await gallery.phone(phone, '1-cancel-ask')
  await phone.getByText('取消这个号').tap()
  await stands(phone, 'P-1', 'cancelled')
  await gallery.phone(phone, '1-cancelled')
  await phone.getByText('还是要排').tap()
  await phone.locator('[data-screen="P-1"]:is([data-state="waiting"],[data-state="soon"])').waitFor()
  await phone
    .getByText('更大')
    .first()
    .tap()
    .catch(() => undefined)
  await gallery.phone(phone, '1-larger')
}

async function paintBooking(gallery: Gallery): Promise<void> {
  const phone = await gallery.stage.openPage('/book', SIZES.phone)
  await stands(phone, 'P-6', 'topic')
  await gallery.phone(phone, '6-topic')
  await phone.getByTestId('p6.topic.relief').tap()
  await phone.getByRole('button', { name: '6月16日（周二）' }).tap()
  await phone.getByTestId('p6.band.14:00').waitFor()
  await gallery.phone(phone, '6-times')
  await phone.getByTestId('p6.band.14:00').tap()
  await phone.getByLabel('手机号').fill('138 0000 1234')
  await gallery.phone(phone, '6-confirm')
  await phone.getByRole('button', { name: '确认预约' }).tap()
  await stands(phone, 'P-6', 'taken')
  await gallery.phone(phone, '6-taken')
  await phone.reload()
  await stands(phone, 'P-6', 'own')
  await gallery.phone(phone, '6-own')
  await phone.getByRole('button', { name: '取消预约' }).tap()
  await gallery.phone(phone, '6-cancel-ask')
  await phone.getByRole('button', { name: '取消这个预约' }).tap()
  await says(phone, '已取消')
  await gallery.phone(phone, '6-cancelled')
  await phone.context().close()
}
