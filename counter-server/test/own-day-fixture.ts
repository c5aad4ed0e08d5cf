import type { Caller, Hall } from './app.ts'
import { act, receive } from './case-files.ts'
import { newId } from './desk.ts'

/** A second handler of the forestry unit, with a password of his own. */
export async function colleagueIn(hall: Hall): Promise<{ id: string; caller: Caller }> {
  const admin = await hall.roleCaller('admin')
  const made = await admin.command('/api/staff', {
    signInName: 'ly2',
    displayName: '林业二岗',
    role: 'handler',
    unit: 'LY',
    village: null,
    posts: [],
    windows: null,
    reason: '新同事',
  })
  const { account, code } = made.body
  const password = 'Forest-2026-x'
  const answer = await hall.anonymous.post('/api/sessions/first', { signInName: 'ly2', code, password })
  const cookie = String([answer.headers['set-cookie']].flat()[0]).split(';')[0] ?? ''
  const post = (url: string, body: object) =>
    hall.server.counter.app.inject({
      method: 'POST',
      url,
      headers: { origin: 'http://127.0.0.1:8080', cookie, 'x-actor': 'staff' },
      payload: body,
    })
  const get = async (url: string) => {
    const found = await hall.server.counter.app.inject({
      url,
      headers: { origin: 'http://127.0.0.1:8080', cookie, 'x-actor': 'staff' },
    })
    return { status: found.statusCode, body: found.json(), headers: {} }
  }
  const command = async (url: string, body = {}, commandId = newId()) => {
    const done = await post(url, { commandId, ...body })
    return { status: done.statusCode, body: done.json(), headers: {} }
  }
  return { id: account.staffId, caller: { cookie, get, command, post: command as never } }
}

/** Three cases of the forestry unit, taken by its handler. */
export async function forest(hall: Hall) {
  const clerk = await hall.clerkAt(1)
  const ly = await hall.signIn('ly')
  const ids: string[] = []
  for (let n = 0; n < 3; n += 1) {
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    await act(ly, found.row.id, 'take')
    ids.push(found.row.id)
  }
  const { people } = (await ly.get('/api/hand-over')).body
  const own = people.find(({ open }: { open: number }) => open === 3)
  return { clerk, ly, ids, own: own.staffId as string }
}

export const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort()
