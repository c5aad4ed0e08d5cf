import type { Operation } from './history.ts'

type Lie = (all: readonly Operation[]) => Operation[]

/** What a wrong hall would have told its clients; each must be found, or the proof proves nothing (R41). */
export const LIES = {
  'one number called at two windows': (all) => withAnswerOfAnother(all, 'next'),
  'one number taken by two people': (all) => withAnswerOfAnother(all, 'issue'),
  'somebody was called and the window heard of nobody': (all) => {
    const called = middleOf(answeredWithTicket(all, 'next'))
    return retold(all, called, { is: 'refused', code: 'queue.empty' })
  },
} as const satisfies Readonly<Record<string, Lie>>

function withAnswerOfAnother(all: readonly Operation[], does: Operation['asked']['does']): Operation[] {
  const answers = answeredWithTicket(all, does)
  const [told, other] = [middleOf(answers), answers.at(-1)]
  if (other === undefined || other === told) throw new Error(`void: too few had an answer to ${does}`)
  return retold(all, told, other.answered)
}

function answeredWithTicket(
  all: readonly Operation[],
  does: Operation['asked']['does'],
): readonly Operation[] {
  return all.filter(
    ({ asked, answered }) => asked.does === does && answered.is === 'done' && answered.ticket !== null,
  )
}

function middleOf(operations: readonly Operation[]): Operation {
  const middle = operations[Math.floor(operations.length / 2)]
  if (middle === undefined) throw new Error('void: nobody was called')
  return middle
}

// Both answers of a command that was sent twice, or the lie would be found for having two.
function retold(all: readonly Operation[], told: Operation, answered: Operation['answered']): Operation[] {
  return all.map((each) => (each.commandId === told.commandId ? { ...each, answered } : each))
}
