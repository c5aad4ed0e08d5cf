import { expect, test } from 'vitest'
import { startHall } from './app.ts'
import { exportOf } from './village-export.ts'
import { aRegistration, type Frozen, syncOne } from './village-fixture.ts'

const RIGHT = '11010519491231002X'
const WRONG_ID = {
  applicant: { name: '示例甲', idNo: '110105194912310021', phone: '19900000001', village: '05' },
}

async function aPoint() {
  const hall = await startHall()
  const phone = await hall.phone('05')
  const agent = await phone.signIn('v05')
  const supervisor = await hall.roleCaller('supervisor')
  const { staffId } = (await supervisor.get('/api/sessions/own')).body
  const { staffId: author } = (await agent.get('/api/sessions/own')).body
  const order = async (url: string, body: object) => {
    const answer = await supervisor.command(url, body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
  const refused = async (): Promise<Frozen> => {
    const command = aRegistration(WRONG_ID)
    expect((await syncOne(agent, command)).code).toBe('person.id_invalid')
    return command
  }
  return { hall, phone, staffId: staffId as string, author: author as string, order, refused }
}
type Point = Awaited<ReturnType<typeof aPoint>>

const marked =
  (act: string) =>
  async ({ phone, order }: Point) => {
    await order(`/api/devices/${phone.deviceId}/${act}`, { reason: '看过' })
    return phone.deviceId
  }
const solved =
  (how: object) =>
  async ({ order, refused }: Point) => {
    const { id } = (await refused()).header
    await order(`/api/village-attention/${id}/solve`, { ...how, reason: '看过' })
    return id
  }

/** What the supervisor does about a point: under which name it is written, and the deed, which tells on what. */
const ACTS: readonly (readonly [string, string, (point: Point) => Promise<unknown>])[] = [
  ['village.solve', 'applies what waits', solved({ how: 'apply', mend: { idNo: RIGHT } })],
  ['village.solve', 'refuses what waits', solved({ how: 'reject' })],
  ['device.lost', 'marks a phone lost', marked('lost')],
  [
    'device.found',
    'marks it found',
    async (point) => {
      await marked('lost')(point)
      return marked('found')(point)
    },
  ],
  ['device.retire', 'retires a phone', marked('retire')],
  [
    'village.export_imported',
    'takes the file of a phone in',
    async ({ hall, phone, author, order }) => {
      await order('/api/village-exports', await exportOf(phone, author, hall.clock.now()))
      return phone.deviceId
    },
  ],
  [
    'enrolment.create',
    'gives out the code of a phone',
    async ({ order }) => {
      await order('/api/enrolments', { kind: 'village', name: '石桥村手机', village: '05' })
      return 'village'
    },
  ],
  [
    'point.change_posts',
    'names A岗',
    async ({ author, order }) => {
      await order('/api/points/05/posts', { lead: author, deputy: null, reason: '轮岗' })
      return '05'
    },
  ],
]

test.each(ACTS)(
  '[V90] what the supervisor does stands in the audit once, with who did it and on what: %s, %s',
  async (action, _what, act) => {
    const point = await aPoint()
    const subject = await act(point)
    const rows = point.hall.server.counter.deps.store.read(({ sql }) =>
      sql.prepare('SELECT actor, subject, result FROM audit WHERE action = ?').all(action),
    )
    expect(rows).toEqual([{ actor: `staff:${point.staffId}`, subject, result: 'done' }])
  },
)
