import { pressF2, start } from '../acceptance/desk.ts'
import { stands } from '../acceptance/see.ts'
import { SIZES, type Stage } from '../acceptance/stage.ts'
import { callAt, takeNumbers } from './residents.ts'

/** Kiosk, wall and workbench, from the empty hall to the call; gives the last number's phone page. */
export async function paintHall(stage: Stage): Promise<{ readonly ticketLink: string }> {
  const kiosk = await stage.devicePage('kiosk', '取号机 1')
  const wall = await stage.devicePage('wall', '大屏 1')
  const door = await stage.openPage('/desk', SIZES.desk)
  await stage.screenshot(kiosk, 'kiosk-1-home')
  await stage.screenshot(wall, 'wall-1-empty')
  await stage.screenshot(door, 'desk-0-sign-in')
  const ticketLink = await takeNumbers(stage, '2026-06-12T01:41:00.000Z', 12)
  const desk = await stage.deskPage(1)
  await stands(desk, 'C-1', 'idle')
  await stage.screenshot(desk, 'desk-1-idle')
  const second = await stage.signIn('clerk2')
  await second.command('/api/windows/2/open', {}, { parse: () => true })
  await callAt(second, 2, true)
  await pressF2(desk)
  await stands(desk, 'C-1', 'called')
  await stage.screenshot(wall, 'wall-2-calling')
  await stage.screenshot(desk, 'desk-2-called')
  await start(desk)
  await stands(desk, 'C-2')
  await stage.screenshot(desk, 'desk-3-intake')
  await kiosk.getByTestId('k1.tile.relief').click()
  await stands(kiosk, 'K-2')
  await stage.screenshot(kiosk, 'kiosk-2-confirm')
  await kiosk.getByTestId('k2.take').click()
  await kiosk.getByTestId('k3.number').waitFor()
  await stage.screenshot(kiosk, 'kiosk-3-number')
  await kiosk.getByText('好的').click()
  await kiosk.getByText('办事指南').click()
  await stands(kiosk, 'K-6', 'normal')
  await stage.screenshot(kiosk, 'kiosk-6-guides')
  return { ticketLink }
}
