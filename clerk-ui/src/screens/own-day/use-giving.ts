import { HAND_OVER_SLICE, HandedOver } from '@counter/shared/contract/own-day'
import { useEffect, useRef, useState } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import { type CommandPhase, useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

interface Giving {
  readonly phase: CommandPhase
  readonly refused: Refused | null
  /** Slices are under way. */
  readonly isGiving: boolean
  /** It stopped between two slices; what was given stays given. */
  readonly isStopped: boolean
  /** How far it is, or came. */
  readonly words: string
  /** True when something was given, even if not all. */
  give(cases: readonly string[], more: { readonly to: string; readonly reason: string }): Promise<boolean>
  forget(): void
}

interface Run {
  readonly given: number
  readonly of: number
  readonly isOver: boolean
}

/**
 * Hands cases over slice by slice, so that the hall has its turn in between (C604, C801). Each slice is a command of its own:
 * when one is refused or the page is left, those before it stand, and the next press goes on with the rest.
 */
export function useGiving(from: string): Giving {
  const words = useWords()
  const sending = useCommand()
  const [run, setRun] = useState<Run | null>(null)
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const isGiving = run !== null && !run.isOver
  const give: Giving['give'] = async (cases, more) => {
    if (isGiving) {
      sending.goOn()
      return false
    }
    let given = 0
    while (isHere.current && given < cases.length) {
      setRun({ given, of: cases.length, isOver: false })
      const slice = cases.slice(given, given + HAND_OVER_SLICE)
      const answer = await sending.send('/api/hand-over', { from, cases: slice, ...more }, HandedOver)
      if (!answer?.ok) break
      given += answer.value.handed
    }
    setRun({ given, of: cases.length, isOver: true })
    return given > 0
  }
  const isStopped = run?.isOver === true && run.given < run.of && run.given > 0
  return {
    phase: isGiving && sending.phase === 'writing' ? 'sending' : sending.phase,
    refused: sending.refused,
    isGiving,
    isStopped,
    words: run === null ? '' : wordsOf(run, words),
    give,
    forget: () => {
      if (isGiving) return
      sending.forget()
      setRun(null)
    },
  }
}

function wordsOf({ given, of, isOver }: Run, words: ReturnType<typeof useWords>): string {
  if (!isOver) return words('b3.progress', { n: given, all: of })
  if (given === of) return `✓ ${words('b3.given', { n: given })}`
  return given === 0 ? '' : words('b3.stopped', { n: given })
}
