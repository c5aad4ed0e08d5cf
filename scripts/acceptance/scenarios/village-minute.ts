/** A case without a network in a minute, as an agent with one hand would do it (S26, V87). */
import { equal, ok } from 'node:assert/strict'
import { isCaseNumber } from '@counter/shared/vocabulary/number'
import type { Locator, Page } from 'playwright-core'
import { partSays, partWords, says, stands } from '../see.ts'
import { photoOf } from './village.ts'

const TAP_MS = 900
const DIGIT_MS = 500
const PHOTO_MS = 6_000
const STROKE_MS = 3_000
const MOST_TAPS = 9
/** To open the people of late, and to choose one. */
const TAPS_FOR_KNOWN = 2
const MOST_TAPS_OF_SUPPLEMENT = 2

/** What a person's hand needs: counted, never slept. */
class Hand {
  taps = 0
  ms = 0
  typed = 0

  async tap(target: Locator): Promise<void> {
    this.#count(TAP_MS)
    await target.tap()
  }

  async type(field: Locator, text: string): Promise<void> {
    this.ms += DIGIT_MS * text.length
    this.typed += text.length
    await field.fill(text)
  }

  async photo(page: Page, paper: string): Promise<void> {
    this.#count(TAP_MS + PHOTO_MS)
    const chooser = page.waitForEvent('filechooser')
    await page.getByLabel(`拍照：${paper}`).tap()
    await (await chooser).setFiles(await photoOf(page))
  }

  async sign(page: Page): Promise<void> {
    this.#count(STROKE_MS)
    const glass = page.getByRole('img', { name: '请在框里签名' })
    await glass.scrollIntoViewIfNeeded()
    const box = await glass.boundingBox()
    if (box === null) throw new Error('the glass is not on the page')
    const y = box.y + box.height / 2
    await page.mouse.move(box.x + 40, y)
    await page.mouse.down()
    await page.mouse.move(box.x + 160, y - 20, { steps: 4 })
    await page.mouse.up()
    await says(page, '已签名 ✓')
  }

  #count(ms: number): void {
    this.taps += 1
    this.ms += ms
  }
}

/** Brings a paper that a notice asks for, from the list of cases: two taps and a photo (V87). */
export async function bringPaper(page: Page, person: RegExp, paper: string): Promise<void> {
  const hand = new Hand()
  await hand.tap(page.getByRole('link', { name: person }))
  await hand.photo(page, paper)
  await hand.tap(page.getByRole('button', { name: '补材料，1 样' }))
  await partSays(page, 'v3.row', '补材料')
  equal(hand.taps, MOST_TAPS_OF_SUPPLEMENT + 1, 'two taps, and the one that takes the photo')
}

/** Files 最低生活保障 for somebody at the door; the number that the slip shows. */
export async function fileInAMinute(page: Page): Promise<string> {
  const type = async (hand: Hand) => {
    await hand.type(page.getByLabel('姓名', { exact: true }), '示例戊')
    await hand.type(page.getByLabel('身份证号', { exact: true }), '999999196001010020')
    await hand.type(page.getByLabel('电话', { exact: true }), '19900000005')
  }
  const { taps, ms, number } = await file(page, '最低生活保障审核确认', type)
  ok(taps <= MOST_TAPS, `${taps} taps`)
  ok(ms <= 60_000, `${ms / 1000} s`)
  await partSays(page, 'v1.strip', '1 件待发，有网自动发')
  return number
}

/** The same person comes with something else: two presses stand for everything that was typed (V42). */
export async function fileForKnown(page: Page): Promise<string> {
  const choose = async (hand: Hand) => {
    await hand.tap(page.getByText('最近办过的人'))
    await hand.tap(page.getByRole('button', { name: '示*戊 0020' }))
  }
  const { taps, ms, typed, number } = await file(page, '城乡居民基本医疗保险参保登记', choose)
  ok(taps <= MOST_TAPS + TAPS_FOR_KNOWN, `${taps} taps`)
  ok(ms <= 30_000, `${ms / 1000} s`)
  equal(typed, 0)
  await partSays(page, 'v1.strip', '2 件待发，有网自动发')
  return number
}

/** From home to the slip: an item of the six, who it is for, all papers with photos of two, and a signature on glass. */
async function file(page: Page, item: string, sayWho: (hand: Hand) => Promise<void>) {
  const hand = new Hand()
  await hand.tap(page.getByRole('link', { name: '＋ 帮群众办件' }))
  await hand.tap(page.getByRole('button', { name: item }))
  await hand.tap(page.getByLabel('本人同意由我代办'))
  await sayWho(hand)
  await hand.tap(page.getByText('材料都齐了'))
  for (const paper of ['居民身份证', '居民户口簿']) await hand.photo(page, paper)
  await hand.sign(page)
  await hand.tap(page.getByLabel('不是', { exact: true }))
  await stands(page, 'V-2', 'ready')
  await hand.tap(page.getByTestId('v2.save'))
  await says(page, /存好了。编号 \S+。离线也没关系，有网会自动发。/)
  const number = await partWords(page, 'v2.number')
  ok(isCaseNumber(number), number)
  return { taps: hand.taps, ms: hand.ms, typed: hand.typed, number }
}
