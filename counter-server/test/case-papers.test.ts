import { inflateSync } from 'node:zlib'
import { paperBlocks } from '@counter/shared/case-paper/paper-blocks'
import jsQRModule from 'jsqr'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { qrPng } from '../src/transport/http/qr-png.ts'
import { createForgetter } from '../src/usecases/record/forget-by-age.ts'
import { A_CALL } from './a-letter.ts'
import { type Caller, type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'
import { unzip } from './unzip.ts'

// The package says one thing to Node and another to the compiler.
const readQr = jsQRModule as unknown as typeof jsQRModule.default

interface Paper {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly prints: readonly { readonly nth: number; readonly way: string; readonly by: string }[]
}

async function papersOf(caller: Caller, id: string): Promise<Paper[]> {
  return (await caller.get(`/api/cases/${id}`)).body.papers
}

async function docxOf(hall: Hall, { cookie }: Caller, url: string): Promise<string> {
  const answer = await hall.server.counter.app.inject({
    method: 'POST',
    url,
    headers: { origin: 'http://127.0.0.1:8080', 'x-actor': 'staff', cookie },
    payload: { commandId: uuidv7() },
  })
  expect(answer.statusCode).toBe(200)
  return unzip(answer.rawPayload).get('word/document.xml')?.toString('utf8') ?? ''
}

const wordsOf = (xml: string) => xml.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|')

describe('the papers of a case', () => {
  test('[C901] are kept as they were made, each with a number of its kind and year', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: first, receipt } = await receive(clerk, 'LY-001')
    const { case: second } = await receive(clerk, 'LY-001')
    await act(clerk, first.row.id, 'accept')

    expect(receipt).toMatchObject({ kind: 'receipt', paperNumber: '收〔2026〕1号', nth: 0 })
    expect(await papersOf(clerk, first.row.id)).toMatchObject([
      { kind: 'receipt', number: '收〔2026〕1号' },
      { kind: 'acceptance', number: '受〔2026〕1号' },
    ])
    expect(await papersOf(clerk, second.row.id)).toMatchObject([{ number: '收〔2026〕2号' }])
    const { store } = hall.server.counter.deps
    const change = () =>
      store.write((tx) => void tx.sql.prepare("UPDATE case_paper SET kind = 'denial'").run())
    await expect(change()).rejects.toThrow('a paper never changes')
  })

  test('[U30] say who printed them when, and a copy says 补打 n, has the words of its day and the code', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found, receipt } = await receive(clerk, 'LY-001', 'accept')
    const { id } = found.row
    const [paper] = await papersOf(clerk, id)
    expect(paper?.prints).toMatchObject([{ nth: 0, way: 'print' }])

    // Later the promise moves; the copy still says what was promised that day.
    const handler = await hall.signIn('ly')
    await act(handler, id, 'extend', { days: 5, reason: '需现场踏勘' })
    await act(await hall.signIn('leader'), id, 'approve', { isApproved: true })
    const url = `/api/cases/${id}/papers/${paper?.id}/print`
    const commandId = uuidv7()
    const copy = await clerk.command(url, {}, commandId)
    const again = await clerk.command(url, {}, commandId)

    expect(copy.body).toEqual({ ...receipt, nth: 1 })
    expect(again.body).toEqual(copy.body)
    const [printed, extended] = await papersOf(clerk, id)
    expect(printed?.prints).toMatchObject([{ nth: 0 }, { nth: 1, way: 'print' }])
    expect(extended).toMatchObject({ kind: 'extension', number: '延〔2026〕1号', prints: [] })
    const notice = await handler.command(`/api/cases/${id}/papers/${extended?.id}/print`)
    expect(notice.body).toMatchObject({ nth: 0, dueOn: '2026-06-29', queryCode: receipt.queryCode })
    expect(notice.body.points).toMatchObject([
      { point: 'reason', text: '需现场踏勘' },
      { point: 'days', text: '延长 5 个工作日' },
      { point: 'dueBefore', text: '6月22日（周一）' },
      { point: 'approvedBy' },
    ])
  })

  test('[R5, U30] tell their code on a copy while the case is open, however old the answer is', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const open = await receive(clerk, 'LY-001', 'accept')
    const logged = await clerk.command('/api/letters', A_CALL)
    const { deps } = hall.server.counter
    hall.clock.to('2027-08-02T01:40:00.000Z')
    const kept = () => deps.store.read(({ sql }) => sql.prepare('SELECT count(*) FROM receipt').pluck().get())
    const before = Number(kept())
    await createForgetter(deps)()
    // The window's opening is no longer known, what was told of case and letter is.
    expect(kept()).toBe(2)
    expect(before).toBeGreaterThan(2)
    const later = await hall.signIn('clerk1')
    const [paper] = await papersOf(later, open.case.row.id)
    const copy = await later.command(`/api/cases/${open.case.row.id}/papers/${paper?.id}/print`)
    expect(copy.body).toMatchObject({ nth: 1, queryCode: open.receipt.queryCode, link: open.receipt.link })
    const url = `/api/letters/${logged.body.id}/papers/${logged.body.paper}/print`
    const slip = (await later.command(url)).body
    expect(slip.queryCode.replace('-', '')).toBe(logged.body.queryCode)
  })

  test('[C513] an extension is told in the days in which its promise counts', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'ZZ-002', 'accept')
    const { id } = found.row
    const handler = await hall.signIn('zz')
    await act(handler, id, 'extend', { days: 30, reason: '情况复杂' })
    await act(await hall.signIn('leader'), id, 'approve', { isApproved: true })
    const extended = (await papersOf(handler, id)).find(({ kind }) => kind === 'extension')
    const { body } = await handler.command(`/api/cases/${id}/papers/${extended?.id}/print`)
    // 60 natural days after Friday 12 June.
    expect(body).toMatchObject({ dueOn: '2026-08-11', unit: 'day' })
    expect(body.points[1]).toEqual({ point: 'days', text: '延长 30 个自然日' })
    const counted = paperBlocks(body, 'zh').find(({ is }) => is === 'counting')
    expect(counted).toMatchObject({ text: expect.stringContaining('其中批准延期 30 天') })
  })

  test('[C904] belong to their case: another one, or another unit, gets none', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: first } = await receive(clerk, 'LY-001')
    const { case: second } = await receive(clerk, 'LY-001')
    const [paper] = await papersOf(clerk, first.row.id)

    const foreign = await clerk.command(`/api/cases/${second.row.id}/papers/${paper?.id}/print`)
    expect(foreign).toMatchObject({ status: 404, body: { code: 'print.not_found' } })
    const stranger = await hall.signIn('mz')
    const refused = await stranger.command(`/api/cases/${first.row.id}/papers/${paper?.id}/print`)
    expect(refused.body.code).toBe('case.forbidden')
    expect((await papersOf(clerk, first.row.id))[0]?.prints).toHaveLength(1)
  })

  test('[C441, C902] a denial is told on a paper with its reason and the remedies, signed by the second person', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const handler = await hall.signIn('ly')
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const { id } = found.row
    await act(handler, id, 'decide', { decision: 'denied', result: '不准采伐', reason: '权属有争议' })
    expect((await papersOf(clerk, id)).map(({ kind }) => kind)).toEqual(['acceptance'])
    await act(await hall.signIn('supervisor'), id, 'approve', { isApproved: true })

    const denial = (await papersOf(clerk, id)).at(-1)
    expect(denial).toMatchObject({ kind: 'denial', number: '否〔2026〕1号', prints: [] })
    const words = wordsOf(await docxOf(hall, clerk, `/api/cases/${id}/papers/${denial?.id}/docx`))
    for (const part of [
      '不予决定书',
      '文号 否〔2026〕1号',
      '权属有争议',
      '60日内申请行政复议',
      '（盖章）',
      '示*甲',
    ])
      expect(words).toContain(part)
    expect(words).not.toContain('示例甲')
    expect(words).not.toContain('9999990016')
    expect((await papersOf(clerk, id)).at(-1)?.prints).toMatchObject([{ nth: 0, way: 'docx' }])
  })

  test('[C201] what was finished and handed over at once has one paper', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'SB-005', 'finish_on_spot', {
      result: '已打印证明',
      delivery: { way: 'collect', receiver: '示例甲' },
    })
    expect(await papersOf(clerk, found.row.id)).toMatchObject([{ kind: 'on_spot', number: '结〔2026〕1号' }])
  })

  test('[C514] silence is told on a notice of acceptance that waits to be printed', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'LY-001')
    hall.clock.to('2026-06-23T01:00:00.000Z')
    await hall.server.jobs.run()

    const deemed = (await papersOf(await hall.signIn('supervisor'), found.row.id)).at(-1)
    expect(deemed).toMatchObject({ kind: 'acceptance', number: '受〔2026〕1号', prints: [] })
  })
})

test('[C901] the QR code of a Word file is a picture that a phone can read', () => {
  const link = 'http://127.0.0.1:8080/c#AAAAAAAAAAAAAAAAAAAAAA'
  const png = qrPng(link)
  const side = png.readUInt32BE(16)
  const start = png.indexOf('IDAT') + 4
  const lines = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)))
  const bytesOfLine = 1 + Math.ceil(side / 8)
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const isWhite = ((lines[y * bytesOfLine + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1
      if (isWhite === 0) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
    }
  expect(readQr(pixels, side, side)?.data).toBe(link)
})
