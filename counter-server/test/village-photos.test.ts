import { describe, expect, test } from 'vitest'
import { type Caller, startHall } from './app.ts'
import {
  aPicture,
  aRegistration,
  caseOfFiveDays,
  freeze,
  named,
  putFile,
  SIGNATURE,
  sha256,
  syncOne,
} from './village-fixture.ts'

const PHOTO = aPicture(300, 3)

async function aPoint() {
  const hall = await startHall()
  return { hall, agent: await hall.signIn('v05'), clerk: await hall.signIn('clerk1') }
}

/** A case of village 05 of whose two photos none has arrived. */
async function aWaitingCase(agent: Caller): Promise<string> {
  const command = aRegistration(caseOfFiveDays(), { files: [named(SIGNATURE), named(PHOTO, '居民身份证')] })
  expect(await syncOne(agent, command)).toMatchObject({ status: 'applied' })
  return String(command.header['caseId'])
}

function insteadOf(caseId: string, lost: Uint8Array, taken: Uint8Array | null, role = 'authority') {
  const instead = [{ lost: sha256(lost), taken: taken === null ? null : sha256(taken) }]
  const files = taken === null ? [] : [named(taken, role)]
  return freeze('material.receive', { materials: [], instead }, { caseId, files })
}

const flagsOf = async (clerk: Caller, caseId: string) =>
  (await clerk.get(`/api/cases/${caseId}`)).body.row.flags

describe('[V70] a photo that never arrives', () => {
  test('is withdrawn, or taken anew for the same paper, and the case waits for it no longer', async () => {
    const { hall, agent, clerk } = await aPoint()
    const caseId = await aWaitingCase(agent)
    expect(await syncOne(agent, insteadOf(caseId, PHOTO, null))).toMatchObject({ status: 'applied' })
    expect(await flagsOf(clerk, caseId)).toContain('awaiting_files')
    const anew = aPicture(200, 5)
    const retaken = await syncOne(agent, insteadOf(caseId, SIGNATURE, anew))
    expect(retaken).toMatchObject({ status: 'applied', filesMissing: [sha256(anew)] })
    expect((await clerk.command(`/api/cases/${caseId}/accept`)).body.code).toBe('material.missing')
    await putFile(hall, agent, anew)
    expect(await flagsOf(clerk, caseId)).not.toContain('awaiting_files')
    const { status, body } = await clerk.command(`/api/cases/${caseId}/accept`)
    expect(status, JSON.stringify(body)).toBe(200)
    const { events } = (await clerk.get(`/api/cases/${caseId}`)).body
    const texts = (events as { text: string | null }[]).map(({ text }) => text)
    expect(texts).toContain('照片不传了：居民身份证')
    expect(texts).toContain('照片重拍：委托书')
  })

  test('stays when it has arrived meanwhile; gives way to nothing that the command does not carry', async () => {
    const { hall, agent, clerk } = await aPoint()
    const caseId = await aWaitingCase(agent)
    const late = aPicture(250, 11)
    const files = [named(late, '居民身份证')]
    await syncOne(agent, freeze('material.receive', { materials: ['居民身份证'] }, { caseId, files }))
    await putFile(hall, agent, late)
    expect(await syncOne(agent, insteadOf(caseId, late, null))).toMatchObject({ status: 'applied' })
    const { materials } = (await clerk.get(`/api/cases/${caseId}`)).body
    const known = (materials as { files: { sha256: string }[] }[]).flatMap((each) => each.files)
    expect(known.map((file) => file.sha256)).toContain(sha256(late))

    const { payload, header } = insteadOf(caseId, PHOTO, aPicture(90, 13), '居民身份证')
    const bare = freeze('material.receive', payload, { caseId, files: [] })
    expect(await syncOne(agent, bare)).toMatchObject({ status: 'attention', code: 'command.malformed' })
    const other = await hall.signIn('v06')
    const foreign = freeze('material.receive', payload, { caseId, files: header['files'], pointId: '06' })
    expect(await syncOne(other, foreign)).toMatchObject({ status: 'attention', code: 'case.not_found' })
    // A command says one thing: papers that came in, or what became of photos.
    for (const said of [{ ...payload, materials: ['居民身份证'] }, { materials: [] }]) {
      const command = freeze('material.receive', said, { caseId })
      expect(await syncOne(agent, command)).toMatchObject({ status: 'attention', code: 'command.malformed' })
    }
  })
})
