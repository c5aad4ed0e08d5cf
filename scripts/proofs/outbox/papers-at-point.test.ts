import { logBookCells } from '@counter/shared/case-paper/log-book-cells'
import { visitSlipBlocks } from '@counter/shared/case-paper/visit-slip'
import { CaseDetail } from '@counter/shared/contract/cases'
import { LogBook } from '@counter/shared/contract/log-book'
import { Guide } from '@counter/shared/contract/public/guide'
import { VisitSlip, VisitView } from '@counter/shared/contract/visits'
import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { expect, test } from 'vitest'
import {
  type Draft,
  newDraft,
  withAllMaterials,
  withItem,
  withOwnIds,
} from '../../../clerk-ui/src/screens/village/draft.ts'
import { withPaperHere } from '../../../clerk-ui/src/screens/village/draft-papers.ts'
import { newFact } from '../../../clerk-ui/src/screens/village/fact-draft.ts'
import { factsOf } from '../../../clerk-ui/src/screens/village/fact-facts.ts'
import { withTaken } from '../../../clerk-ui/src/screens/village/fact-papers.ts'
import { photosOf, registerPayloadOf } from '../../../clerk-ui/src/screens/village/sent-draft.ts'
import { startHall } from '../../../counter-server/test/app.ts'
import { SIGNATURE, sha256 } from '../../../counter-server/test/village-fixture.ts'
import { aPhone } from './model-phone.ts'

const ID_CARD = '居民身份证'
const BOOK = '居民户口簿'
const MONDAY_AFTER_CLOSING = '2026-06-15T09:31:00.000Z'
const WEDNESDAY_AFTER_CLOSING = '2026-06-17T09:31:00.000Z'

/** A phone of point 05 on Friday 12 June, with a case filled in on its page. */
async function atPoint() {
  const hall = await startHall()
  const phone = await aPhone(hall, 'v05')
  const guide = Guide.parse((await phone.line.caller?.get('/api/guide/MZ-001'))?.body)
  const today = civilDate(hall.clock.now())
  const signature = {
    sha256: sha256(SIGNATURE),
    size: SIGNATURE.length,
    mime: 'image/jpeg' as const,
    content: Uint8Array.from(SIGNATURE),
  }
  const filled = { ...newDraft(today), name: '示例甲', idNo: '11010519491231002X', phone: '19900000001' }
  const draft = withAllMaterials(
    withItem({ ...filled, isConsentGiven: true, isRelative: false, signature }, guide),
  )
  const submit = async (form: Draft) => {
    const payload = registerPayloadOf(form, '05' as VillageCode, today)
    const facts = { type: 'case.register', itemVersion: guide.version, payload } as const
    await phone.capture(facts, form.caseId, photosOf(form))
    await phone.settle()
    return form.caseId
  }
  const detailOf = async (id: CaseId) =>
    CaseDetail.parse((await (await hall.roleCaller('supervisor')).get(`/api/cases/${id}`)).body)
  const timersOf = async (id: CaseId) =>
    Object.fromEntries(
      (await detailOf(id)).clocks
        .filter(({ kind }) => kind.startsWith('handup'))
        .map(({ kind, state, dueOn }) => [kind, `${state} ${dueOn}`]),
    )
  const materialOf = (name: string) => {
    const found = guide.materials.find((each) => each.name === name)
    if (found === undefined) throw new Error(name)
    return found
  }
  return { hall, phone, draft, submit, detailOf, timersOf, materialOf }
}

test('[V17, V21, V23, V94] papers that the form says lie at the point run until the desk has counted them', async () => {
  const { hall, phone, draft, submit, detailOf, timersOf, materialOf } = await atPoint()
  const bare = await submit(withOwnIds(draft))
  expect(await timersOf(bare)).toEqual({ handup: 'stopped 2026-06-15' })

  const withCard = withPaperHere(draft, materialOf(ID_CARD), 'original')
  const id = await submit(withPaperHere(withCard, materialOf(BOOK), 'copy'))
  // Received on Friday: by Monday, at the very latest by Wednesday.
  const running = { handup: 'running 2026-06-15', handup_hard: 'running 2026-06-17' }
  expect(await timersOf(id)).toEqual(running)
  const papers = [
    { name: ID_CARD, form: 'original', count: 1 },
    { name: BOOK, form: 'copy', count: 1 },
  ]
  expect((await detailOf(id)).agency).toMatchObject({ isUrgent: false, papers })

  const agent = phone.line.caller
  const made = await agent?.command('/api/visits', { cases: [{ case: id, way: 'up' }] })
  const visit = VisitView.parse(made?.body)
  const [line] = visit.cases
  expect(line?.papers).toEqual(papers)
  expect(line?.materials).toEqual(expect.arrayContaining([ID_CARD, BOOK]))
  const clerk = await hall.clerkAt(1)
  const counted = [papers[0], { ...papers[1], count: 0 }, { name: BOOK, form: 'original', count: 1 }]
  const served = await clerk.command(`/api/visits/${visit.id}/serve`, {
    case: id,
    papers: counted,
    problem: null,
    remark: '',
  })
  expect(served.status, JSON.stringify(served.body)).toBe(200)
  expect(await timersOf(id)).toEqual({
    handup: 'stopped 2026-06-15',
    handup_hard: 'stopped 2026-06-17',
  })
  const slip = VisitSlip.parse((await clerk.command(`/api/visits/${visit.id}/slip/print`)).body)
  const table = visitSlipBlocks(slip, 'zh').find((block) => block.is === 'table')
  expect(table?.is === 'table' && table.rows.map((cells) => cells.slice(1))).toEqual([
    [ID_CARD, '原件', '1', '1', `${BOOK}：1→0；${BOOK}：0→1`],
    [BOOK, '复印件', '1', '0', ''],
    [BOOK, '原件', '0', '1', ''],
  ])
  const book = LogBook.parse((await agent?.get('/api/log-book'))?.body)
  const cells = book.items.filter((row) => row.case?.id === id).flatMap((row) => logBookCells(row, 'zh'))
  const textOf = (word: string) => cells.find((cell) => cell.word === word)?.text
  expect(textOf('papers')).toBe(`${ID_CARD} 原件×1；${BOOK} 复印件×1`)
  expect(textOf('handedUp')).toBe('2026-06-12')
})

test('[V21, V23] what is urgent is due the same day, and what lies past the last limit stands on the leader’s list', async () => {
  const { hall, draft, submit, timersOf, materialOf } = await atPoint()
  const lying = withPaperHere(draft, materialOf(ID_CARD), 'original')
  const id = await submit({ ...lying, isUrgent: true })
  expect(await timersOf(id)).toEqual({ handup: 'running 2026-06-12', handup_hard: 'running 2026-06-17' })
  const late = async () => {
    const leader = await hall.roleCaller('leader')
    const { points } = (await leader.get('/api/points')).body
    const point = points.find(({ village }: { village: string }) => village === '05')
    return point.alarms.some(({ kind }: { kind: string }) => kind === 'handup')
  }
  hall.clock.to(MONDAY_AFTER_CLOSING)
  expect(await late()).toBe(false)
  hall.clock.to(WEDNESDAY_AFTER_CLOSING)
  expect(await late()).toBe(true)
})

test('[V17, V21, V94] a paper that a notice asked for goes up on a way of its own', async () => {
  const { hall, phone, draft, submit, detailOf, timersOf, materialOf } = await atPoint()
  const id = await submit(withPaperHere(draft, materialOf(ID_CARD), 'original'))
  const clerk = await hall.clerkAt(1)
  const agent = phone.line.caller
  const bring = async (way: 'up') => {
    const made = await agent?.command('/api/visits', { cases: [{ case: id, way }] })
    expect(made?.status, JSON.stringify(made?.body)).toBe(200)
    return VisitView.parse(made?.body)
  }
  const first = await bring('up')
  const body = { case: id, papers: first.cases[0]?.papers, problem: null, remark: '' }
  await clerk.command(`/api/visits/${first.id}/serve`, body)
  const asked = { materials: [{ name: BOOK, how: '缺户主页' }] }
  expect((await clerk.command(`/api/cases/${id}/request-supplement`, asked)).status).toBe(200)

  hall.clock.to('2026-06-15T02:00:00.000Z')
  phone.wait(2.5 * 86_400_000)
  await phone.signIn(hall, 'v05')
  const form = newFact('material.receive', { caseId: id, title: '' })
  const said = withTaken(form, { name: BOOK, form: 'copy', count: 2 })
  await phone.capture(factsOf(said), id)
  await phone.settle()
  expect((await detailOf(id)).row.status).toBe('received')
  expect(await timersOf(id)).toEqual({ handup: 'running 2026-06-16', handup_hard: 'running 2026-06-18' })
  expect((await detailOf(id)).agency?.papers).toEqual([
    { name: ID_CARD, form: 'original', count: 1 },
    { name: BOOK, form: 'copy', count: 2 },
  ])
  // What went up before is counted no more.
  expect((await bring('up')).cases[0]?.papers).toEqual([{ name: BOOK, form: 'copy', count: 2 }])
})
