import { partSays, says, stands } from '../acceptance/see.ts'
import { SIZES, type Stage } from '../acceptance/stage.ts'
import { anything, required } from '../api/caller.ts'
import type { Gallery } from './gallery.ts'
import { callAndMiss, callAt, takeNumbers, tellWaits, windowMore } from './residents.ts'

/** The wall from the empty hall to eight windows, its notices, its lost sound, and the day played again. */
export async function paintWall(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  const wall = await stage.devicePage('wall', '大屏 1')
  await stands(wall, 'W-1', 'empty')
  await gallery.wall(wall, '0-empty')
  await tellWaits(stage)
  await takeNumbers(stage, '2026-06-12T01:41:00.000Z', 20)
  const admin = await stage.signIn('admin')
  const notice = { text: '周五下午停电，请上午来办', fromOn: '2026-06-12', toOn: null, place: 1 }
  required(await admin.command('/api/notices', notice, anything), 'a notice')
  const clerks = []
  for (const window of [1, 2, 3, 4]) {
    const clerk = await stage.signIn(`clerk${window}`)
    required(await clerk.command(`/api/windows/${window}/open`, {}, anything), `open ${window}`)
    clerks.push(clerk)
  }
  const [first, second, third, fourth] = clerks
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) return
  // The range is made anew each 15 s, and this clock stands still.
  await stage.moveClock('2026-06-12T01:50:00.000Z')
  await callAt(first, 1, true)
  await says(wall, /大约等/)
  await says(wall, ' 9:50')
  await gallery.wall(wall, '1-one-serving')
  await callAndMiss(stage, second, 2)
  await callAt(second, 2, false)
  await partSays(wall, 'wall.missed', '优先')
  await gallery.wall(wall, '2-just-called')
  await callAt(third, 3, false)
  await callAt(fourth, 4, false)
  await gallery.wall(wall, '3-three-called')
  await gallery.colours(wall, 'wall-3-three-called')
  await paintEight(gallery, wall)
  const mute = await stage.devicePage('wall', '大屏 2')
  await mute.addInitScript(() => Reflect.deleteProperty(window, 'AudioContext'))
  await mute.reload()
  await mute.getByRole('button', { name: /本屏不播报/ }).click()
  await partSays(mute, 'wall.sound', '■ 声音未开启')
  await gallery.wall(mute, '6-no-sound')
  await mute.close()
  const replay = await stage.staffPage('supervisor', '/supervise', SIZES.wall)
  const link = replay.getByRole('link', { name: '在大屏上回放这一天' })
  await replay.goto(`${stage.url}${await link.getAttribute('href')}`)
  await stands(replay, 'W-1 replay', 'normal')
  await replay.getByRole('button', { name: '300 倍' }).click()
  await says(replay, '办理中')
  await gallery.wall(replay, '7-replay')
}

async function paintEight(gallery: Gallery, wall: Awaited<ReturnType<Stage['devicePage']>>): Promise<void> {
  const { stage } = gallery
  for (const window of [5, 6, 7, 8]) {
    const caller = await windowMore(stage, window)
    await callAt(caller, window, false)
  }
  await says(wall, '8 号窗口')
  await gallery.wall(wall, '4-eight')
  await stage.moveClock('2026-06-12T02:10:00.000Z')
  await says(wall, '10:10')
  await gallery.wall(wall, '5-eight-later')
  await gallery.colours(wall, 'wall-5-eight-later')
}
