/** One client process of the histories: several kiosks and windows press at the same time and keep what they were answered. */
import { randomOf } from '../../counter-server/src/domain/queue/service-time.ts'
import type { Operation, Task } from './history.ts'
import { createDesk } from './history-desk.ts'
import { createSender } from './history-sender.ts'

process.on('message', (task: Task) => {
  play(task).then(
    (operations) => process.send?.(operations),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      process.exit(1)
    },
  )
})

async function play({ url, actors, operations, seed }: Task): Promise<Operation[]> {
  const random = randomOf(seed)
  const below = (many: number) => Math.floor(random() * many)
  const said: Operation[] = []
  const known: string[] = []
  // A kiosk asks about as often as its windows can serve, so that the line stays short and is often empty.
  const shares = actors.map((actor) => (actor.window === null ? 1.5 : 1))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  await Promise.all(
    actors.map(async (actor, place) => {
      const send = createSender(url, actor, below)
      const desk = createDesk(actor, known, below)
      const turns = Math.round((operations * (shares[place] ?? 1)) / whole)
      for (let turn = 0; turn < turns; turn += 1) {
        const heard = await send(desk.next())
        said.push(...heard)
        desk.hear(heard)
      }
    }),
  )
  return said
}
