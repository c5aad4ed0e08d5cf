import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson } from '@counter/shared/vocabulary/canonical-json'
import { describe, expect, test } from 'vitest'
import { seal } from '../src/store/crypto.ts'
import { type Caller, type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'

/** Words that must never be readable on the disk. */
const CANARY = {
  name: '示例金丝雀',
  idNo: '999999199001010024',
  phone: '19900007391',
  village: '05',
  address: '示例巷七十三号',
} as const
const SPOKEN = ['代办示例乙', '领取示例丙', '病历写在备注里', '核对本人身份用']

function bytesOf(hall: Hall): Buffer {
  const files = readdirSync(hall.dataDir).filter((name) => name.startsWith('counter.db'))
  return Buffer.concat(files.map((name) => readFileSync(join(hall.dataDir, name))))
}

describe('personal data of a case', () => {
  test('[P30] is nowhere in the bytes of the database, its log or its events', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found, receipt } = await receive(clerk, 'SB-005', 'finish_on_spot', {
      applicant: CANARY,
      agentName: SPOKEN[0],
      result: '认证通过',
      delivery: { way: 'collect', receiver: SPOKEN[1] },
    })
    await act(clerk, found.row.id, 'add-note', { reason: SPOKEN[2] })
    const shown = await clerk.post(`/api/cases/${found.row.id}/reveal`, { field: 'idNo', purpose: SPOKEN[3] })
    expect(shown.body).toEqual({ value: CANARY.idNo })

    const bytes = bytesOf(hall)
    const secrets = [receipt.token, receipt.queryCode, receipt.queryCode.replace('-', '')]
    const readable = [CANARY.name, CANARY.idNo, CANARY.phone, CANARY.address, ...SPOKEN, ...secrets].filter(
      (word) => bytes.includes(word),
    )
    expect(readable).toEqual([])
    expect(bytes.includes('2026-00-0001-W')).toBe(true)
  })

  test('[P30] no reason, organ, remark or paper of an act lies open, and each is read again on the page', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const handler = await hall.signIn('ly')
    const supervisor = await hall.signIn('supervisor')
    const said = (n: number) => `第${n}句手写的话`
    const { case: found } = await receive(clerk, 'LY-001')
    const { id } = found.row
    await act(clerk, id, 'refuse', { reason: said(1), organ: said(2) })
    await act(supervisor, id, 'approve', { isApproved: false, reason: said(3) })
    await act(clerk, id, 'request-supplement', { materials: [{ name: '居民身份证', how: said(4) }] })
    await act(clerk, id, 'hand-in', { materials: ['居民身份证'] })
    await act(clerk, id, 'accept')
    await act(handler, id, 'pause', { reason: 'hearing', days: 5, noticeNumber: said(5) })
    await act(handler, id, 'resume')
    await act(handler, id, 'decide', { decision: 'denied', result: said(6), reason: said(7) })
    await act(supervisor, id, 'approve', { isApproved: true })
    await act(clerk, id, 'deliver', {
      way: 'post',
      receiver: said(8),
      relation: said(9),
      postNumber: said(10),
    })

    const bytes = bytesOf(hall)
    const all = Array.from({ length: 10 }, (_, place) => said(place + 1))
    expect(all.filter((word) => bytes.includes(word))).toEqual([])
    const { body } = await supervisor.get(`/api/cases/${id}`)
    const texts = body.events.map(({ text }: { text: string | null }) => text)
    expect(texts).toEqual(expect.arrayContaining([said(1), said(3), said(6)]))
    expect(body.notice.materials).toEqual([{ name: '居民身份证', how: said(4) }])
  })

  test('[P30] a text that was kept the older way is read as before', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'LY-001')
    const noted = await act(clerk, found.row.id, 'add-note', { reason: '新的备注' })
    const { store } = hall.server.counter.deps
    await store.write((tx) => {
      const { id } = noted.case.events.at(-1)
      const older = seal(tx.keys, `case_text:${id}`, '从前的备注')
      tx.sql.prepare('UPDATE case_text SET text_enc = ?, is_form = 0 WHERE event = ?').run(older, id)
    })
    const { body } = await clerk.get(`/api/cases/${found.row.id}`)
    expect(body.events.at(-1)).toMatchObject({ type: 'case.noted', text: '从前的备注' })
  })

  test('[P30] cannot be tried out against the receipt of its command, because that hash has a key', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'SB-005')
    await act(clerk, found.row.id, 'add-note', { reason: CANARY.idNo })
    const content = { id: found.row.id, expectedVersion: null, content: { text: CANARY.idNo } }
    const guess = createHash('sha256')
      .update(canonicalJson({ name: 'case.add-note', content }))
      .digest('hex')
    expect(bytesOf(hall).includes(guess)).toBe(false)
  })

  test('[P33] is masked in every list, page, stream row and answer', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const answer = await receive(clerk, 'LY-001', 'accept', { applicant: CANARY })
    const supervisor = await hall.signIn('supervisor')
    const seen = await Promise.all([
      clerk.get('/api/cases'),
      clerk.get(`/api/cases/${answer.case.row.id}`),
      supervisor.get('/api/supervise'),
      supervisor.get('/api/log-book'),
    ])
    const text = JSON.stringify([answer, seen])
    for (const word of [CANARY.name, CANARY.idNo, CANARY.phone, CANARY.address])
      expect(text).not.toContain(word)
    expect(text).toContain('示***雀')
  })

  test('[P34] is shown to one person at most 30 times an hour', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'LY-001', 'receive', { applicant: CANARY })
    const look = () => clerk.post(`/api/cases/${found.row.id}/reveal`, { field: 'name', purpose: '电话通知' })
    for (let n = 0; n < 30; n += 1) expect((await look()).status).toBe(200)
    const board = await hall.signIn('supervisor')
    const told = async (who: Caller) => (await who.get('/api/supervise')).body.revealLimits
    expect(await told(board)).toEqual([])
    for (const _press of [1, 2])
      expect(await look()).toMatchObject({ status: 429, body: { code: 'reveal.limit' } })
    // The supervisor is told once who it was, a leader no name, and the record keeps it.
    expect(await told(board)).toEqual([{ name: '1号窗口值班员', at: '2026-06-12T01:40:00.000Z' }])
    expect(await told(await hall.signIn('leader'))).toEqual([])
    const kept = hall.server.counter.deps.store.read(({ sql }) =>
      sql.prepare("SELECT count(*) FROM audit WHERE action = 'reveal.limit'").pluck().get(),
    )
    expect(kept).toBe(1)
    const other = await hall.clerkAt(2)
    expect(
      (await other.post(`/api/cases/${found.row.id}/reveal`, { field: 'name', purpose: '电话通知' })).status,
    ).toBe(200)
  })

  test('[P34] is revealed only after its audit row stands, and not at all when the row fails', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'LY-001', 'receive', { applicant: CANARY })
    const { store } = hall.server.counter.deps
    const url = `/api/cases/${found.row.id}/reveal`
    const looks = () =>
      store.read((tx) =>
        tx.sql.prepare("SELECT count(*) FROM audit WHERE action LIKE 'case.reveal.%'").pluck().get(),
      )

    expect((await clerk.post(url, { field: 'phone', purpose: '电话通知' })).body.value).toBe(CANARY.phone)
    expect(looks()).toBe(1)
    expect(await clerk.post(url, { field: 'phone', purpose: ' ' })).toMatchObject({
      status: 400,
      body: { code: 'reveal.purpose_required' },
    })
    const foreign = await hall.signIn('mz')
    expect((await foreign.post(url, { field: 'phone', purpose: '电话通知' })).status).toBe(403)
    expect(looks()).toBe(1)

    await store.write(
      (tx) =>
        void tx.sql
          .prepare("CREATE TRIGGER full BEFORE INSERT ON reveal BEGIN SELECT RAISE(ABORT, 'no'); END")
          .run(),
    )
    const unrecorded = await clerk.post(url, { field: 'phone', purpose: '电话通知' })
    expect(unrecorded).toMatchObject({ status: 503, body: { code: 'reveal.not_recorded' } })
    expect(JSON.stringify(unrecorded.body)).not.toContain(CANARY.phone)
    expect(looks()).toBe(1)
  })

  test('[C1109] is found by the whole ID number, phone, name or case number, never by a part', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    await receive(clerk, 'LY-001', 'receive', { applicant: CANARY })
    await receive(clerk, 'LY-001')
    const found = async (text: string) => {
      const { body } = await clerk.post('/api/cases/find', { find: text })
      return body.items?.length ?? body.code
    }
    expect(await found(CANARY.idNo)).toBe(1)
    expect(await found(CANARY.phone)).toBe(1)
    expect(await found(CANARY.name)).toBe(1)
    expect(await found('2026-00-0002-3')).toBe(1)
    expect(await found('2026-00-0002-4')).toBe('number.check_failed')
    expect(await found('示例金')).toBe(0)
    expect(await found('1990000')).toBe(0)
  })

  test('[C1109] is found by the initials or the code of its item, the open ones first', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: ended } = await receive(clerk, 'LY-001', 'accept')
    const { case: later } = await receive(clerk, 'MZ-001', 'accept')
    const { case: first } = await receive(clerk, 'LY-001', 'accept', {
      applicant: { ...CANARY, name: 'Anna Sample' },
    })
    await act(clerk, ended.row.id, 'withdraw', { reason: '不办了' })
    const found = async (text: string) =>
      (await clerk.post('/api/cases/find', { find: text })).body.items.map((row: { id: string }) => row.id)
    const { body: items } = await clerk.get('/api/items?find=LY-001')
    // The initials of its name stand before those of what people call it.
    const [initials] = items.items[0].initials.split(' ')
    expect(await found(initials)).toEqual([first.row.id, ended.row.id])
    expect(await found('ly-001')).toEqual([first.row.id, ended.row.id])
    expect(await found('mz-001')).toEqual([later.row.id])
    expect(await found('zzzzzz')).toEqual([])
    expect(await found('Anna Sample')).toEqual([first.row.id])
    expect(await found('Anna')).toEqual([])
  })

  test('[C1109] everybody of one name is found, the most urgent case first, however many there are', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: ended } = await receive(clerk, 'LY-001', 'accept')
    await act(clerk, ended.row.id, 'withdraw', { reason: '不办了' })
    const { case: slow } = await receive(clerk, 'MZ-001', 'accept')
    const { case: quick } = await receive(clerk, 'LY-001', 'accept')
    const { body } = await clerk.post('/api/cases/find', { find: '示例甲', limit: 2 })
    // Five working days are due before twenty-five; what has ended comes last and is cut off here.
    expect(body.items.map((row: { id: string }) => row.id)).toEqual([quick.row.id, slow.row.id])
  })
})
