/** Letters, calls and visits: the list with its count, logging, the duty post, one letter, and the resident's own page. */
import { DutyRoster, RegisteredLetterView } from '@counter/shared/contract/letter-bodies'
import { LetterDetail } from '@counter/shared/contract/letters'
import { says, stands } from '../acceptance/see.ts'
import { SIZES } from '../acceptance/stage.ts'
import { type Caller, required } from '../api/caller.ts'
import type { Gallery } from './gallery.ts'

const LETTERS = [
  {
    channel: 'phone',
    topic: 'help',
    name: '示例甲',
    phone: '19900000001',
    text: '村口路灯三天没亮，老人晚上怕摔',
  },
  { channel: 'township_box', topic: 'complaint', name: '', phone: '', text: '垃圾池满了两周没人清' },
  { channel: 'opinion_box', topic: 'suggest', name: '', phone: '', text: '建议多设几把椅子' },
] as const

export async function paintLetters(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  const page = await stage.staffPage('supervisor', '/letters')
  await stands(page, 'C-6', 'empty')
  await gallery.look(page, 'letters-1-empty')
  await page.goto(`${stage.url}/letters/duty`)
  await stands(page, 'C-9', 'normal')
  await gallery.look(page, 'letters-5-duty-empty')
  const supervisor = await stage.signIn('supervisor')
  const first = await writeLetters(await stage.signIn('clerk1'))
  await putOnDuty(supervisor)
  const act = async (name: string, body: object) =>
    required(await supervisor.command(`/api/letters/${first}/${name}`, body, LetterDetail), name)
  await act('assign', { unit: 'MZ', note: '今天先回个电话' })
  const order = { level: 'deputy_leader', rule: 'complaint', content: '群众再次来电，请说明进度' }
  await act('supervise', order)
  await page.goto(`${stage.url}/letters/duty`)
  await stands(page, 'C-9', 'normal')
  await says(page, '带班领导')
  await gallery.look(page, 'letters-5-duty')
  await page.goto(`${stage.url}/letters`)
  await stands(page, 'C-6', 'normal')
  await gallery.look(page, 'letters-2-list')
  await page.goto(`${stage.url}/letters/${first}`)
  await stands(page, 'C-7', 'normal')
  await gallery.look(page, 'letters-3-letter')
  const unit = await stage.staffPage('mz', `/letters/${first}`)
  await unit.getByRole('button', { name: '承办', exact: true }).click()
  await gallery.look(unit, 'letters-3-unit')
  const log = await stage.staffPage('clerk1', '/letters/new')
  await stands(log, 'C-8')
  await log.getByLabel('说的是什么事').fill('问低保怎么申请')
  await gallery.look(log, 'letters-4-log')
  await log.getByRole('button', { name: '登记', exact: true }).click()
  await says(log, /^✓ 已登记/)
  await gallery.look(log, 'letters-4-logged')
  await paintPublished(gallery)
  await paintSay(gallery)
}

/** The first of them is the call at night. */
async function writeLetters(clerk: Caller): Promise<string> {
  const ids: string[] = []
  for (const letter of LETTERS) {
    const body = { ...letter, isAboutStaff: false, address: '' }
    ids.push(required(await clerk.command('/api/letters', body, RegisteredLetterView), 'a letter').id)
  }
  return ids[0] ?? ''
}

async function putOnDuty(supervisor: Caller): Promise<void> {
  const { today, people } = required(await supervisor.get('/api/duty', DutyRoster), 'the roster')
  const of = (role: string) => people.find((each) => each.role === role)?.id
  const duty = { day: today, staff: of('handler'), leader: of('leader') }
  required(await supervisor.command('/api/duty', duty, DutyRoster), 'the duty of tonight')
}

/** An answer that is public, the paper of its letter, and what everybody reads of it (C1303). */
async function paintPublished(gallery: Gallery): Promise<void> {
  const { stage } = gallery
  const clerk = await stage.signIn('clerk1')
  const supervisor = await stage.signIn('supervisor')
  const letter = { ...LETTERS[0], isAboutStaff: false, address: '', answer: '电工今晚就去换灯泡' }
  const { id } = required(await clerk.command('/api/letters', letter, RegisteredLetterView), 'a letter')
  const text = { question: '村口路灯三天没亮', answer: '当晚已换灯泡，路灯亮了' }
  const path = `/api/letters/${id}`
  required(await clerk.command(`${path}/draft-publication`, text, LetterDetail), 'the draft')
  required(await supervisor.command(`${path}/publish`, {}, LetterDetail), 'the publication')
  const page = await stage.staffPage('supervisor', `/letters/${id}`)
  await stands(page, 'C-7', 'normal')
  await page.getByTestId('letter.publication').waitFor()
  await gallery.look(page, 'letters-6-published')
  await page.getByRole('button', { name: '更正登记', exact: true }).click()
  await gallery.look(page, 'letters-6-correct')
  const phone = await stage.openPage('/say', SIZES.phone)
  await phone.getByRole('button', { name: '公开的答复' }).tap()
  await phone.getByRole('article').waitFor()
  await gallery.phone(phone, '5-published')
}

async function paintSay(gallery: Gallery): Promise<void> {
  const phone = await gallery.stage.openPage('/say', SIZES.phone)
  await stands(phone, 'P-5', 'normal')
  await gallery.phone(phone, '5-say')
  await phone.getByLabel('我要投诉工作人员').tap()
  await gallery.phone(phone, '5-staff')
  await phone.getByLabel('我要投诉工作人员').tap()
  await phone.getByLabel(/^想说的话/).fill('建议多设几把椅子')
  await phone.getByRole('button', { name: '提交' }).tap()
  await phone.getByTestId('say.code').waitFor()
  await gallery.phone(phone, '5-sent')
  await phone.goto(`${gallery.stage.url}${await phone.getByRole('link').getAttribute('href')}`)
  await phone.reload()
  await phone.getByTestId('say.found').waitFor()
  await gallery.phone(phone, '5-answer')
}
