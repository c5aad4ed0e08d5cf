/** The catalogue: another promise is written, published by a second person, and holds for new cases alone (A-1, C101). */
import { equal } from 'node:assert/strict'
import { CaseAnswer, CaseDetail } from '@counter/shared/contract/cases'
import { Guide } from '@counter/shared/contract/public/guide'
import type { Page } from 'playwright-core'
import { anything, type Caller, required } from '../../api/caller.ts'
import { tooWide } from '../scan.ts'
import { says, stands } from '../see.ts'
import type { HallScenario, Story } from '../story.ts'

export const CATALOGUE: readonly HallScenario[] = [
  {
    title: '[C101] a shorter promise, published by a second person, holds for new cases and moves no old one',
    run: shortenPromise,
  },
  {
    title: '[C901] a paper is worded, looked at as it will be, and published by a second person',
    run: wordPaper,
  },
]

// Five working days promised, no limit by law; the story uses it nowhere else.
const CODE = 'CZ-003'
const FRIDAY_THE_12TH = '2026-06-12'

async function shortenPromise({ stage, scan }: Story): Promise<void> {
  const clerk = await stage.signIn('clerk2')
  const old = await receive(clerk)
  const admin = await stage.staffPage('admin', '/admin/items')
  await stands(admin, 'A-1', 'normal')
  await admin.getByLabel('找事项').fill('hnbtffyy')
  await admin.locator(`tr[data-item="${CODE}"] a`).click()
  await admin.getByRole('button', { name: '改这个事项' }).click()
  await admin.locator('[data-part="effectiveFrom"] input').fill(FRIDAY_THE_12TH)
  const days = admin.locator('[data-part="committed"]').getByLabel('天数')
  await days.fill('31')
  await admin.keyboard.press('Control+s')
  await says(admin, '请说明时限理由')
  await scan(admin, 'A-1 draft', 'staff')
  await days.fill('3')
  const material = admin.locator('[data-part="materials"] fieldset').first()
  await material.getByLabel('填好的样表').setInputFiles(await aPicture(admin))
  await material.locator('img').waitFor()
  await admin.getByLabel('结果样本').setInputFiles(await aPicture(admin))
  await admin.locator('[data-part="result"] img').waitFor()
  await admin.keyboard.press('Control+s')
  await says(admin, '可以提交审核')
  const preview = await admin.context().newPage()
  await preview.goto(`${stage.url}/guide/${CODE}?draft`)
  await says(preview, '这是草稿，还没有发布')
  await seeSample(preview, '看填好的样表')
  await preview.close()
  await admin.setViewportSize({ width: 320, height: 640 })
  equal(await tooWide(admin), 0)
  await admin.getByRole('button', { name: '提交审核' }).click()
  await says(admin, '您写过这份草稿，要由另一人发布')

  const second = await stage.staffPage('supervisor', `/admin/items/${CODE}`)
  const compared = second.locator('tr[data-part="committed"]')
  await compared.filter({ hasText: '5个工作日' }).filter({ hasText: '3个工作日' }).waitFor()
  await scan(second, 'A-1 review', 'staff')
  await second.getByRole('button', { name: '审核通过，发布' }).click()
  await says(second, '已发布')
  await second.context().close()
  await admin.context().close()

  // Five working days from Friday the 12th end on Monday the 22nd, as the 19th is a holiday; three on Wednesday the 17th.
  const fresh = await receive(clerk)
  equal(await dueOf(clerk, old), '2026-06-22')
  equal(await dueOf(clerk, fresh), '2026-06-17')
  const guide = await stage.openPage(`/guide/${CODE}`, { width: 360, height: 780 })
  await says(guide, `${FRIDAY_THE_12TH} 更新 · 第 2 版 · 责任单位：财政所`)
  await says(guide, '承诺时限：3个工作日')
  await seeSample(guide, '看填好的样表')
  await seeSample(guide, '看结果是什么样')
  await scan(guide, 'P-4', 'public')
  await guide.context().close()
  for (const id of [old, fresh])
    required(await clerk.command(`/api/cases/${id}/withdraw`, { reason: '不办了' }, anything), 'withdraw')
}

/** Opens a sample and waits until its picture is there. */
async function seeSample(page: Page, words: string): Promise<void> {
  await page.getByText(words).click()
  const picture = page.locator('details[open]').filter({ hasText: words }).locator('img')
  await picture.waitFor()
  await page.waitForFunction(
    (image) => image instanceof HTMLImageElement && image.naturalWidth > 0,
    await picture.elementHandle(),
  )
}

/** A form filled in for nobody. */
async function aPicture(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: 420, height: 300 })
    const pen = canvas.getContext('2d')
    pen?.fillRect(20, 20, 380, 4)
    return canvas.toDataURL('image/png')
  })
  const buffer = Buffer.from(drawn.slice(drawn.indexOf(',') + 1), 'base64')
  return { name: '样表.png', mimeType: 'image/png', buffer }
}

// No other scenario prints a paper of this kind.
async function wordPaper({ stage, scan }: Story): Promise<void> {
  const admin = await stage.staffPage('admin', '/admin/items')
  await admin.getByRole('link', { name: '文书用语' }).click()
  await admin.getByRole('link', { name: '作废记录' }).click()
  await admin.getByRole('button', { name: '改这种文书的用语' }).click()
  await admin.getByLabel('开头', { exact: true }).fill('{申请人}：因{姓名}作废。')
  await admin.keyboard.press('Control+s')
  await says(admin, '这种文书没有“姓名”这一项')
  await admin.getByLabel('开头', { exact: true }).fill('{申请人}：您的办件因')
  await admin.getByRole('button', { name: '理由', exact: true }).click()
  await admin.getByText('示*甲：您的办件因示例理由').waitFor()
  await admin.keyboard.press('Control+s')
  await says(admin, '可以提交审核')
  await scan(admin, 'A-1 wording', 'staff')
  await admin.setViewportSize({ width: 320, height: 640 })
  equal(await tooWide(admin), 0)
  await admin.getByRole('button', { name: '提交审核' }).click()
  await says(admin, '您写过这份草稿，要由另一人发布')
  await admin.context().close()

  const second = await stage.staffPage('supervisor', '/admin/wordings/void')
  await second.getByText('示*甲：您的办件因示例理由').waitFor()
  await scan(second, 'A-1 wording review', 'staff')
  await second.getByRole('button', { name: '审核通过，发布' }).click()
  await says(second, '已发布，从现在起出的文书用新的')
  await second.context().close()
}

/** A case with everything that its guide asks for; its id. */
async function receive(clerk: Caller): Promise<string> {
  const { materials } = required(await clerk.get(`/api/guide/${CODE}`, Guide), 'the guide')
  const body = {
    ticketId: null,
    item: CODE,
    applicant: {
      name: '示例壬',
      idNo: null,
      idNote: '证件在补办',
      phone: '19900000009',
      village: '03',
      address: '示例组2号',
    },
    materials: materials.map(({ name }) => ({ name, state: 'received' })),
    step: 'accept',
  }
  return required(await clerk.command('/api/cases', body, CaseAnswer), 'a case').case.row.id
}

async function dueOf(clerk: Caller, id: string): Promise<string | undefined> {
  const { clocks } = required(await clerk.get(`/api/cases/${id}`, CaseDetail), 'the case')
  return clocks.find(({ kind }) => kind === 'committed')?.dueOn
}
