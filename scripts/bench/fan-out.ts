import { once, setMaxListeners } from 'node:events'
import WebSocket from 'ws'
import { type Clerk, callOne, finishLast } from './hall-phases.ts'

const LATE_MS = 20_000
const CALL = /"kind":"call_announced","announcement":\{"seq":(\d+).*?"at":"([^"]+)"/

/**
 * From the instant in each call's announcement to its arrival at every wall, in milliseconds. The instant is set when
 * the transaction begins, so deciding, COMMIT and sending are all inside: an upper bound. Both ends read the clock of
 * one machine, in whole milliseconds.
 */
export async function measureFanOut(
  walls: readonly WebSocket[],
  clerk: Clerk,
  calls: number,
): Promise<number[]> {
  const ms: number[] = []
  let arrived = 0
  let wanted = 0
  let all = () => {}
  for (const wall of walls) {
    wall.on('message', (data) => {
      const at = CALL.exec(String(data))?.[2]
      if (at === undefined) return
      ms.push(Math.max(0, Date.now() - Date.parse(at)))
      arrived += 1
      if (arrived === wanted) all()
    })
  }
  let serving: string | null = null
  for (let call = 0; call < calls; call += 1) {
    wanted += walls.length
    const everywhere = new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('void: a call did not reach every wall')), LATE_MS)
      all = () => {
        clearTimeout(late)
        resolve()
      }
    })
    serving = await callOne(clerk, serving)
    await everywhere
  }
  if (serving !== null) await finishLast(clerk, serving)
  return ms
}

/** Opens `count` sockets of one enrolled wall, each following the hall and holding its snapshot. */
export async function openWalls(
  url: string,
  headers: Readonly<Record<string, string>>,
  count: number,
): Promise<WebSocket[]> {
  const walls = Array.from(
    { length: count },
    () => new WebSocket(`${url.replace(/^http/, 'ws')}/live?as=wall`, { headers }),
  )
  const signal = AbortSignal.timeout(LATE_MS)
  setMaxListeners(0, signal)
  await Promise.all(
    walls.map(async (wall) => {
      await once(wall, 'open', { signal })
      wall.send(JSON.stringify({ type: 'subscribe', topics: [{ topic: 'hall' }] }))
      for (;;) {
        const [data] = await once(wall, 'message', { signal })
        if (String(data).includes('"type":"snapshot"')) return
      }
    }),
  )
  return walls
}
