import { CaseAnswer, type CaseDetail } from '@counter/shared/contract/cases'
import { useRef } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import { type CommandPhase, useCommand } from '../../state/use-command.ts'

/** Told once, when the act is done; the id of its command goes to the print log. */
export type OnDone = (answer: CaseAnswer, commandId: string) => void

export interface Act {
  readonly phase: CommandPhase
  readonly refused: Refused | null
  send(path: string, body: object): void
}

/**
 * One act of an open form (U14). A refusal keeps what was typed; the next press is a new command on the newest version.
 * `ownVersion` is the version that this person's own last act made: a change of one's own is no surprise.
 */
export function useAct(detail: Pick<CaseDetail, 'row'>, onDone: OnDone, ownVersion = 0): Act {
  const { send, phase, refused } = useCommand()
  const version = useRef(detail.row.version)

  async function settle(path: string, body: object): Promise<void> {
    if (refused?.code === 'case.changed') version.current = detail.row.version
    const head = { expectedVersion: Math.max(version.current, ownVersion) }
    const answer = await send(`/api/cases/${detail.row.id}/${path}`, { ...head, ...body }, CaseAnswer)
    if (answer?.ok) onDone(answer.value, answer.commandId)
  }
  return { phase, refused, send: (path, body) => void settle(path, body) }
}
