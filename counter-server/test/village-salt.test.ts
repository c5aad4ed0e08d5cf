import { canonicalJson } from '@counter/shared/vocabulary/canonical-json'
import { unsalted } from '@counter/shared/vocabulary/payload-salt'
import { describe, expect, test } from 'vitest'
import { readKeptCommand } from '../src/usecases/village/read-attention.ts'
import { countRows } from './a-store.ts'
import { startHall } from './app.ts'
import {
  aRegistration,
  type Frozen,
  freeze,
  registerPayload,
  sha256,
  sync,
  syncOne,
} from './village-fixture.ts'

/** The bytes 0 to 15. */
const SALT = 'AAECAwQFBgcICQoLDA0ODw'

/** A command whose payload is this one to the letter, and whose header names it. */
function framed({ header }: Frozen, payload: Record<string, unknown>): Frozen {
  return { header: { ...header, payloadHash: sha256(canonicalJson(payload)) }, payload }
}

const salted = (salt: unknown, change: Record<string, unknown> = {}) =>
  framed(aRegistration(), { ...registerPayload(change), salt })

/** As phones froze it before there were salts. */
const bare = (change: Record<string, unknown> = {}) => framed(aRegistration(), registerPayload(change))

describe('the salt in a payload at the centre', () => {
  test('[V29, V49] with it and, of a phone of before, without it a command is taken, and sent again it is a duplicate', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const both = [salted(SALT), bare()]
    const first = await sync(agent, both)
    expect(first.results.map(({ code }) => code)).toEqual([null, null])
    const again = await sync(agent, both)
    expect(again.results.map(({ status }) => status)).toEqual(['duplicate', 'duplicate'])
    expect(countRows(hall.server.counter.deps.store, ['case'])).toEqual({ case: 2 })
  })

  test.each([
    ['120 bits', 'AAECAwQFBgcICQoLDA0O'],
    ['136 bits', 'AAECAwQFBgcICQoLDA0ODxA'],
    ['22 signs of more than 128 bits', 'AAECAwQFBgcICQoLDA0ODx'],
    ['another alphabet', 'AAECAwQFBgcICQoLDA0O+w'],
    ['no sign', ''],
    ['a number', 7],
    ['nothing in its place', null],
    ['a list', [SALT]],
  ])('[V29, V44, V95] of %s is refused by itself, and harms no other of the batch', async (_what, salt) => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const { results } = await sync(agent, [aRegistration(), salted(salt), aRegistration()])
    expect(results.map(({ status }) => status)).toEqual(['applied', 'attention', expect.any(String)])
    expect(results[1]).toMatchObject({
      code: 'command.malformed',
      message: '这条内容的格式不对，已保留在本机，请找管理员',
      messageEn: 'This entry has the wrong form. It is kept on the device; ask the administrator',
      stored: false,
    })
    expect(results[2]?.caseId).not.toBeNull()
    expect(countRows(hall.server.counter.deps.store, ['case', 'receipt'])).toEqual({ case: 2, receipt: 2 })
  })

  test('[V29] belongs to what is hashed: a hash made without it, or with another one, is no hash of this payload', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const good = salted(SALT)
    const { salt: _gone, ...content } = good.payload
    const [without, other] = [bare(), salted('AAAAAAAAAAAAAAAAAAAAAA')]
    const { results } = await sync(agent, [
      { ...good, payload: content },
      { ...without, payload: { ...without.payload, salt: SALT } },
      { ...other, payload: { ...other.payload, salt: SALT } },
    ])
    expect(results.map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => 'command.malformed'))
    expect(countRows(hall.server.counter.deps.store, ['case'])).toEqual({ case: 0 })
  })

  test('[V29, V50] is part of what was frozen: the same words under the same id with another salt are reused', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const first = salted(SALT)
    expect((await syncOne(agent, first)).status).toBe('applied')
    const other = framed(first, { ...first.payload, salt: 'AAAAAAAAAAAAAAAAAAAAAA' })
    expect(await syncOne(agent, other)).toMatchObject({ status: 'attention', code: 'command.reused' })
  })

  test('[V29, V51] is not kept with what was refused, which the centre solves without it', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const applicant = { name: '示例甲', idNo: '110105194912310021', phone: '19900000001', village: '05' }
    const refused = salted(SALT, { applicant })
    expect(await syncOne(agent, refused)).toMatchObject({ code: 'person.id_invalid', stored: true })
    const id = refused.header['id'] as never
    const kept = hall.server.counter.deps.store.read((tx) => readKeptCommand(tx, id))
    expect(kept).toEqual({
      header: refused.header,
      payload: registerPayload({ applicant }),
      params: expect.anything(),
    })
    const supervisor = await hall.roleCaller('supervisor')
    const solving = { how: 'apply', mend: { idNo: '11010519491231002X' }, reason: '按身份证改' }
    expect((await supervisor.command(`/api/village-attention/${id}/solve`, solving)).status).toBe(200)
    expect((await syncOne(agent, refused)).status).toBe('duplicate')
  })

  test('[V29, V44] stands in every kind of command that a phone can freeze', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    const registration = aRegistration()
    const { caseId } = registration.header
    const { results } = await sync(agent, [
      registration,
      freeze('note.add', { text: '口头补充' }, { caseId, seq: 2 }),
      freeze('case.edit', { phone: '19900000002' }, { caseId, seq: 3, baseRev: 1 }),
      freeze('consult.log', { item: null, question: '能办吗', answer: '已答复', isReferred: false }),
    ])
    expect(results.map(({ code }) => code)).toEqual([null, null, null, null])
    for (const { payload } of [registration, freeze('note.add', { text: '一' })])
      expect(unsalted(payload).salt).toMatch(/^[\w-]{22}$/)
  })
})
