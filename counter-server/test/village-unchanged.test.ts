import type { CaseId } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import { findAgency } from '../src/store/agency.ts'
import { startHall } from './app.ts'
import { aRegistration, freeze, syncOne } from './village-fixture.ts'

async function aCase(change: Record<string, unknown> = {}) {
  const hall = await startHall()
  const agent = await hall.signIn('v05')
  const command = aRegistration(change)
  const { id, caseId } = command.header
  expect(await syncOne(agent, command)).toMatchObject({ status: 'applied' })
  const write = (text: string) => syncOne(agent, freeze('note.add', { text }, { caseId, after: id, seq: 2 }))
  const notes = async (): Promise<readonly string[]> =>
    (await agent.get(`/api/cases/${caseId}`)).body.events
      .filter(({ type }: { type: string }) => type === 'case.noted')
      .map(({ text }: { text: string }) => text)
  return { hall, agent, caseId: caseId as CaseId, write, notes }
}

describe('what an agent typed', () => {
  test.each([
    ['rare characters', '𠮷田㐂𰻞䶮'],
    ['emoji of several signs', '👵🏽👨‍👩‍👧🇨🇳❤️'],
    ['2,000 characters', '记'.repeat(2_000)],
    ['2,000 rare characters', '𰻞'.repeat(2_000)],
  ])('[V96] comes back unchanged: %s', async (_what, text) => {
    const { write, notes } = await aCase()
    expect(await write(text)).toMatchObject({ status: 'applied', code: null })
    expect(await notes()).toEqual([text])
  })

  test.each(['记'.repeat(2_001), '𰻞'.repeat(2_001)])(
    '[V95, V96] of more than 2,000 characters is refused and not cut off',
    async (text) => {
      const { write, notes } = await aCase()
      expect(await write(text)).toMatchObject({ status: 'attention', code: 'command.malformed' })
      expect(await notes()).toEqual([])
    },
  )

  test('[V96] the rare name of a resident is shown whole as it was typed', async () => {
    const name = '示例𠮷𰻞'
    const { agent, caseId } = await aCase({
      applicant: { name, idNo: '11010519491231002X', phone: '19900000001', village: '05' },
    })
    const shown = await agent.post(`/api/cases/${caseId}/reveal`, { field: 'name', kind: 'contact' })
    expect(shown).toMatchObject({ status: 200, body: { value: name } })
  })

  test('[V13] the version of the notice that the resident was read stands with the authority', async () => {
    const { hall, caseId } = await aCase({ consent: { isGiven: true, noticeVersion: 4 } })
    const agency = hall.server.counter.deps.store.read((tx) => findAgency(tx, caseId))
    expect(agency?.consentVersion).toBe(4)
  })
})
