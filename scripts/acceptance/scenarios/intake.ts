/** The window accepts a case by keys alone. */
import { equal, match } from 'node:assert/strict'
import { CaseAnswer } from '@counter/shared/contract/cases'
import type { Page } from 'playwright-core'
import { finish, start } from '../desk.ts'
import { logHas, partSays, says, stands, tabTo } from '../see.ts'
import { type HallScenario, openPhone, type Story, type ToldCase } from '../story.ts'

/** Residents of the sample: their ID region 999999 is assigned to nobody (N10). */
export const RESIDENT = { name: '示例甲', idNo: '999999198001010011', phone: '19900000001' } as const

export const INTAKE: readonly HallScenario[] = [
  { title: '[S20] keys that compose Chinese call nobody and submit nothing', run: composeChinese },
  {
    title: '[S19] a deadline case is accepted by keyboard, with the right due date on its receipt',
    run: accept,
  },
]

async function composeChinese({ desk1, scan }: Story): Promise<void> {
  await start(desk1)
  await stands(desk1, 'C-2', 'normal')
  await scan(desk1, 'C-2 empty', 'staff')
  const commands: string[] = []
  const listen = (request: { url(): string; method(): string }) => {
    if (request.method() === 'POST') commands.push(request.url())
  }
  desk1.on('request', listen)
  await tabTo(desk1, '#intake-name')
  const cdp = await desk1.context().newCDPSession(desk1)
  await cdp.send('Input.imeSetComposition', { text: 'wang', selectionStart: 4, selectionEnd: 4 })
  await desk1.evaluate(pressWhileComposing)
  await cdp.send('Input.insertText', { text: '王' })
  equal(await desk1.locator('#intake-name').inputValue(), '王')
  await stands(desk1, 'C-1', 'serving')
  await desk1.keyboard.press('F2')
  await says(desk1, '先选办得怎么样（1–6），再叫下一位')
  desk1.off('request', listen)
  equal(commands.length, 0)
}

// The keys as an input method hands them on: while it composes, and as the code 229 that hides the real one.
function pressWhileComposing(): void {
  for (const [key, ctrlKey] of [
    ['Enter', false],
    ['1', false],
    ['F2', false],
    ['Enter', true],
  ] as const) {
    for (const how of [{ isComposing: true }, { keyCode: 229 }])
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true, ...how }),
      )
  }
}

async function accept(story: Story): Promise<void> {
  const { desk1, scan, cases, phones } = story
  await chooseItem(desk1, 'cxjmjbylbxzx', '城乡居民基本养老保险注销登记（含丧葬补助金申领）')
  await partSays(desk1, 'intake.due', '6月22日（周一）17:30')
  await partSays(desk1, 'intake.due', '承诺 5 个工作日')
  await typePerson(desk1, RESIDENT)
  for (const place of [0, 1, 2]) await markReceived(desk1, place)
  await scan(desk1, 'C-2 filled', 'staff')
  const told = await sent(desk1, () => desk1.keyboard.press('Control+Enter'))
  await says(desk1, `已受理，编号 ${told.receipt.caseNumber}`)
  await partSays(desk1, 'intake.due', '最迟 6月22日（周一）17:30 前办结')
  await logHas(desk1, '__printLog', told.receipt.caseNumber)
  const paper = (await desk1.locator('#paper').textContent()) ?? ''
  match(paper, /受理通知书/)
  match(paper, /最迟 6月22日（周一）17:30 前办结/)
  match(paper, new RegExp(told.receipt.queryCode))
  match(paper, /示\*甲/)
  equal(paper.includes(RESIDENT.idNo), false)
  await scan(desk1, 'C-2 done', 'staff')
  cases.set('deadline', told)
  phones.set('deadline', await openPhone(story, told.receipt.link))
  await finish(desk1, 'Enter')
}

/** Types initials, a name or a code, and takes the first item with Enter. */
export async function chooseItem(desk: Page, typed: string, name: string): Promise<void> {
  await tabTo(desk, '#intake-item')
  await desk.keyboard.type(typed)
  await desk.keyboard.press('Enter')
  await desk.waitForFunction(
    (wanted) => document.querySelector<HTMLInputElement>('#intake-item')?.value === wanted,
    name,
  )
}

/** Name, ID number, phone and village, in the order they are spoken. */
export async function typePerson(
  desk: Page,
  { name, idNo, phone }: { readonly name: string; readonly idNo: string; readonly phone: string },
): Promise<void> {
  await tabTo(desk, '#intake-name')
  await desk.keyboard.press('Control+a')
  await desk.keyboard.type(name)
  await tabTo(desk, '#intake-id')
  await desk.keyboard.type(idNo)
  await tabTo(desk, '#intake-phone')
  await desk.keyboard.type(phone)
  await tabTo(desk, '#intake-village')
  await desk.keyboard.press('ArrowDown')
}

/** Space on a paper of the list until it is marked as received. */
export async function markReceived(desk: Page, place: number): Promise<void> {
  await tabTo(desk, `#intake-material-${place}`)
  await desk.keyboard.press('Space')
  await desk.locator(`#intake-material-${place}[data-mark="received"]`).waitFor()
}

/** What the server answered to the command that `act` gives. */
export async function sent(desk: Page, act: () => Promise<void>): Promise<ToldCase> {
  const answered = desk.waitForResponse(
    (response) => response.url().endsWith('/api/cases') && response.request().method() === 'POST',
  )
  await act()
  const response = await answered
  if (!response.ok()) throw new Error(`the case was refused: ${await response.text()}`)
  const { case: detail, receipt } = CaseAnswer.parse(await response.json())
  if (receipt === null) throw new Error('the server gave no receipt')
  return { caseId: detail.row.id, receipt }
}
