/** The server is killed in the middle: every screen says so, and comes back by itself with nothing lost. */
import { equal } from 'node:assert/strict'
import { next, pressF2 } from '../desk.ts'
import { partSays, partWords, says, saysNoMore, stands } from '../see.ts'
import { type HallScenario, handedOn, type Story } from '../story.ts'

/** As long as a wall trusts what it last heard (U26). */
const FIVE_MINUTES_MS = 300_000

export const SILENCE: readonly HallScenario[] = [
  { title: '[S13] without a server every screen names the age of what it shows', run: fallSilent },
  { title: '[S13] after five minutes no wall shows a number', run: goBlind },
  {
    title: '[S13] after the return all screens are current without a reload, and nothing is lost',
    run: comeBack,
  },
]

async function fallSilent({ stage, kiosk, wall, desk1, desk2, phones, scan }: Story): Promise<void> {
  const phone = handedOn(phones, 'village')
  await stage.moveClock('2026-06-12T01:54:00.000Z')
  await takeTwo({ stage, kiosk })
  await Promise.all([
    markLoaded(kiosk),
    markLoaded(wall),
    markLoaded(desk1),
    markLoaded(desk2),
    markLoaded(phone),
  ])
  await next(desk1)
  await stands(desk2, 'C-1', 'idle')
  await says(wall, '9:54')
  const second = await stage.devicePage('wall', '大屏 2')
  await stands(second, 'W-1', 'normal')
  await second.clock.install()
  await markLoaded(second)
  phones.set('second wall', second)
  await stage.kill()
  // Pressed into the silence: the page asks again with the same id until somebody answers (U14).
  await pressF2(desk2)
  await partSays(wall, 'wall.banner', /▲ 网络断开，下面是 9:54 的号码，请同时听人工叫号/)
  await says(desk1, /■ 离线：叫号停用。请人工叫号/)
  await says(kiosk, '▲ 网络断开，仍可取号')
  await says(phone, /▲ 网络断了，下面是 \d{2}:\d{2}:\d{2} 的情况/)
  for (const page of [kiosk, wall, desk1, phone])
    equal(await page.evaluate(() => document.documentElement.dataset['net']), 'offline')
  await scan(kiosk, 'K-1 offline', 'public')
  await scan(wall, 'W-1 offline', 'public')
  await scan(desk1, 'C-1 offline', 'staff')
  await scan(phone, 'P-2 offline', 'public')
}

async function goBlind({ phones, scan }: Story): Promise<void> {
  const wall = handedOn(phones, 'second wall')
  await stands(wall, 'W-1', 'offline')
  await wall.clock.fastForward(FIVE_MINUTES_MS)
  await stands(wall, 'W-1', 'blind')
  await says(wall, '请听工作人员叫号')
  equal(await wall.getByTestId('wall.row').count(), 0)
  await scan(wall, 'W-1 blind', 'public')
}

async function comeBack({ stage, kiosk, wall, desk1, desk2, phones }: Story): Promise<void> {
  const phone = handedOn(phones, 'village')
  await stage.restart()
  await Promise.all([
    saysNoMore(wall, '网络断开'),
    saysNoMore(phone, '网络断了'),
    stands(kiosk, 'K-1', 'open'),
    stands(desk1, 'C-1', 'called'),
    stands(desk2, 'C-1', 'called'),
  ])
  const numbers = await Promise.all([partWords(desk1, 'desk.number'), partWords(desk2, 'desk.number')])
  equal(new Set(numbers).size, 2)
  const second = handedOn(phones, 'second wall')
  for (const number of numbers) await partSays(second, 'wall.row', new RegExp(number.replace(' ', '\\s*')))
  equal(await second.evaluate(() => Reflect.get(window, 'loadedOnce')), true)
  await second.context().close()
  for (const number of numbers) await partSays(wall, 'wall.row', new RegExp(number.replace(' ', '\\s*')))
  for (const page of [kiosk, wall, desk1, desk2, phone])
    equal(await page.evaluate(() => Reflect.get(window, 'loadedOnce')), true)
  await says(phone, '最迟 6月22日 前办结')
}

async function takeTwo({ stage, kiosk }: Pick<Story, 'stage' | 'kiosk'>): Promise<void> {
  for (const at of ['2026-06-12T01:54:05.000Z', '2026-06-12T01:54:15.000Z']) {
    await stage.moveClock(at)
    await stands(kiosk, 'K-1', 'open')
    await kiosk.getByTestId('k1.tile.relief').tap()
    await kiosk.getByTestId('k2.take').tap()
    await kiosk.getByText('好的').tap()
  }
}

// A page that loads anew forgets this.
async function markLoaded(page: Story['kiosk']): Promise<void> {
  await page.evaluate(() => Reflect.set(window, 'loadedOnce', true))
}
