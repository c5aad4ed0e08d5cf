import { CaseList } from '@counter/shared/contract/case-lists'
import type { CaseRow } from '@counter/shared/contract/case-row'
import { useRef, useState } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import { find } from '../../state/ask.ts'
import type { CommandPhase } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

const NOT_FOUND: Refused = { code: 'case.not_found', params: {} }

interface Looked {
  readonly number: string
  readonly row: CaseRow | null
  readonly refused: Refused | null
}

/**
 * The case whose number was typed, null while none is: looked up by the first press, so that the second one knows whose it is
 * (V62, V80).
 */
export function useLinkedCase(number: string | null) {
  const [looked, setLooked] = useState<Looked | null>(null)
  const [isLooking, setLooking] = useState(false)
  const isAsked = useRef(false)
  const known = looked?.number === number ? looked : null
  const look = async (typed: string) => {
    // One question at a time, however often it is pressed.
    if (isAsked.current) return
    isAsked.current = true
    setLooking(true)
    const answer = await find('/api/cases/find', { find: typed }, CaseList)
    const row = answer.ok ? answer.value.items.find((each) => each.number === typed.toUpperCase()) : undefined
    const refused = row !== undefined ? null : answer.ok ? NOT_FOUND : answer
    isAsked.current = false
    setLooking(false)
    setLooked({ number: typed, row: row ?? null, refused })
  }
  return {
    row: known?.row ?? null,
    refused: known?.refused ?? null,
    /** What the button of the command says meanwhile. */
    progressOf: (phase: CommandPhase) =>
      isLooking
        ? ({ phase: 'sending', busy: 'desk.paper.looking' } as const)
        : ({ phase, busy: 'form.sending' } as const),
    /** True when nothing is linked, or the person who presses has seen whose case it is; else it is looked up and shown. */
    async isSeen(): Promise<boolean> {
      if (number === null || known?.row != null) return true
      await look(number)
      return false
    },
  }
}

interface LinkedCaseProps {
  readonly row: CaseRow | null
  /** Whose it is by the phone, masked. */
  readonly applicant: string | null
}

/** Whose case it is, beside whom the phone names, and what becomes of the number on the slip (P33). */
export function LinkedCase({ row, applicant }: LinkedCaseProps) {
  const words = useWords()
  return (
    <div role="status">
      {row !== null && (
        <>
          <p>
            <strong>
              {words('point.link.to', { number: row.number, name: row.applicant, item: row.itemName })}
            </strong>
          </p>
          <p>{words('point.link.void', { name: applicant ?? words('point.conflict.none') })}</p>
        </>
      )}
    </div>
  )
}
