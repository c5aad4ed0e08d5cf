import { expect, test } from 'vitest'
import { startHall } from './app.ts'
import { aRegistration, syncOne } from './village-fixture.ts'

test('[V73, V74] same-person-two-points: both are kept, flagged, and neither point learns of the other’s case', async () => {
  const hall = await startHall()
  const [five, six] = [await hall.signIn('v05'), await hall.signIn('v06')]
  const own = aRegistration()
  expect(await syncOne(five, own)).toMatchObject({ status: 'applied', alike: null })
  const applicant = { name: '示例甲', idNo: '11010519491231002X', phone: '19900000001', village: '06' }
  const other = aRegistration({ applicant }, { pointId: '06' })
  const told = await syncOne(six, other)
  expect(told).toMatchObject({ status: 'merged', alike: { receivedOn: '2026-06-12', number: null } })
  const clerk = await hall.roleCaller('clerk')
  const { body } = await clerk.get(`/api/cases/${other.header['caseId']}`)
  expect(body.row.flags).toContain('possible_duplicate')
  expect((await clerk.get(`/api/cases/${own.header['caseId']}`)).body.row.number).toMatch(/^2026-05-/)
  expect((await six.get(`/api/cases/${own.header['caseId']}`)).body.code).toBe('case.not_found')
  // The same again within the own point is named, because it is the point's own.
  const again = await syncOne(five, aRegistration())
  expect(again.status).toBe('merged')
  expect(again.alike?.number).toMatch(/^2026-05-/)
})
