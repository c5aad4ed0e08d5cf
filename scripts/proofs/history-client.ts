/** One client process of the histories: several kiosks and windows press at the same time and keep what they were answered. */
import { randomOf } from '../../counter-server/src/domain/queue/service-time.ts'
import type { Actor, Operation, Task } from './history.ts'
import { createDesk, type Desk } from './history-desk.ts'
import { createSender } from './history-sender.ts'

// These live as long as the process: a history goes on where the one before has left the windows.
const desks = new Map<string, Desk>()
const known: string[] = []
let random = randomOf('')

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
  random = randomOf(seed)
  const said: Operation[] = []
  // A kiosk asks about as often as its windows can serve, so that the line stays short and is often empty.
  const shares = actors.map((actor) => (actor.window === null ? 1.5 : 1))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  await Promise.all(
    actors.map(async (actor, place) => {
      const send = createSender(url, actor, below)
      const desk = deskOf(actor)
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

function below(many: number): number {
  return Math.floor(random() * many)
}

function deskOf(actor: Actor): Desk {
  const desk = desks.get(actor.name) ?? createDesk(actor, known, below)
  desks.set(actor.name, desk)
  return desk
}
