import { type Answer, newCommandId, type Parser } from '@counter/shared/client/commands'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import { useCallback, useRef, useState } from 'react'
import type { Refused } from '../components/refusal-line.tsx'
import { command } from './ask.ts'

/** Where a command stands between its press and its answer (U14). */
export type CommandPhase = 'writing' | 'sending' | 'checking' | 'unsettled'

/** True while a press would change nothing; after half a minute of silence pressing again is invited (R6). */
export function isDeaf(phase: CommandPhase): boolean {
  return phase === 'sending' || phase === 'checking'
}

/** An answer with the id of its command, which the print log names. */
export type Answered<T> = Answer<T> & { readonly commandId: CommandId }

export interface FormCommand {
  readonly phase: CommandPhase
  readonly refused: Refused | null
  /** The last press was done, and nothing was pressed since. */
  readonly isDone: boolean
  /** Null when the command of an earlier press is still under way: this press was no other one. */
  send<T>(path: string, body: object, parser: Parser<T>): Promise<Answered<T> | null>
  /** A press into the silence: the same command goes on by itself, and the screen says so again (R6). */
  goOn(): void
  /** What was said of the last press holds no longer: something else is being typed. */
  forget(): void
}

interface Said {
  readonly phase: CommandPhase
  readonly refused: Refused | null
  readonly isDone: boolean
}

const NOTHING: Said = { phase: 'writing', refused: null, isDone: false }

/**
 * The command of an open form. Its id is made when the form opens and kept until the answer: silence asks for the same
 * thing again by itself, and a press into the silence only says "go on" (U14, R6). What is sent after an answer is another one.
 * `withinMs` is how long one try may take, where the answer is long to make.
 */
export function useCommand(withinMs?: number): FormCommand {
  const commandId = useRef(newCommandId())
  const isUnderWay = useRef(false)
  const [said, setSaid] = useState(NOTHING)
  const goOn = useCallback(
    () => setSaid((known) => (known.phase === 'unsettled' ? { ...known, phase: 'checking' } : known)),
    [],
  )
  const send = useCallback(
    async <T>(path: string, body: object, parser: Parser<T>) => {
      if (isUnderWay.current) {
        goOn()
        return null
      }
      isUnderWay.current = true
      const id = commandId.current
      setSaid({ ...NOTHING, phase: 'sending' })
      const answer = await command(path, { commandId: id, ...body }, parser, {
        onChecking: () => setSaid({ ...NOTHING, phase: 'checking' }),
        onUnsettled: () => setSaid({ ...NOTHING, phase: 'unsettled' }),
        ...(withinMs === undefined ? {} : { withinMs }),
      })
      commandId.current = newCommandId()
      isUnderWay.current = false
      setSaid({ phase: 'writing', refused: answer.ok ? null : answer, isDone: answer.ok })
      return { ...answer, commandId: id }
    },
    [goOn, withinMs],
  )
  const forget = useCallback(() => {
    if (!isUnderWay.current) setSaid(NOTHING)
  }, [])
  return { ...said, send, goOn, forget }
}
