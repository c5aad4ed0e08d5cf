import { newCommandId } from '@counter/shared/client/commands'
import { CaseAnswer, type CaseDetail } from '@counter/shared/contract/cases'
import { useRef, useState } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import { command } from '../../state/ask.ts'

/** Where an act stands between its press and its answer (U14). */
export type ActPhase = 'writing' | 'sending' | 'checking' | 'unsettled'

/** Told once, when the act is done; the id of its command goes to the print log. */
export type OnDone = (answer: CaseAnswer, commandId: string) => void

export interface Act {
  readonly phase: ActPhase
  readonly refused: Refused | null
  send(path: string, body: object): void
}

/**
 * One act of an open form. The command's id is made when the form opens and kept until it is answered, so a second
 * press asks for the same thing (U14). A refusal keeps what was typed; the next press is a new command on the newest version.
 * `ownVersion` is the version that this person's own last act made: a change of one's own is no surprise.
 */
export function useAct(detail: CaseDetail, onDone: OnDone, ownVersion = 0): Act {
  const commandId = useRef(newCommandId())
  const version = useRef(detail.row.version)
  const [phase, setPhase] = useState<ActPhase>('writing')
  const [refused, setRefused] = useState<Refused | null>(null)
  const newest = detail.row.version

  async function settle(path: string, body: object): Promise<void> {
    setPhase('sending')
    setRefused(null)
    const head = { commandId: commandId.current, expectedVersion: Math.max(version.current, ownVersion) }
    const answer = await command(`/api/cases/${detail.row.id}/${path}`, { ...head, ...body }, CaseAnswer, {
      onChecking: () => setPhase('checking'),
      onUnsettled: () => setPhase('unsettled'),
    })
    setPhase('writing')
    if (answer.ok) {
      onDone(answer.value, head.commandId)
      return
    }
    commandId.current = newCommandId()
    setRefused({ code: answer.code, params: answer.params })
  }

  return {
    phase,
    refused,
    send(path, body) {
      if (phase !== 'writing') return
      if (refused?.code === 'case.changed') version.current = newest
      void settle(path, body)
    },
  }
}
