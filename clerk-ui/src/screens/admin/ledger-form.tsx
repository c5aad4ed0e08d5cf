import { LedgerImport, LedgerPreview } from '@counter/shared/contract/ledger'
import type { Sheet, SheetRow } from '@counter/shared/contract/sheets'
import { useRef, useState } from 'react'
import { CommandButton, CommandWords } from '../../components/command-button.tsx'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { SheetChoice } from '../../components/sheet-choice.tsx'
import { lookThrough, SHEET_MS } from '../../state/ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { LedgerLook } from './ledger-look.tsx'

interface Chosen {
  readonly fileName: string
  readonly rows: readonly SheetRow[]
  readonly seen: LedgerPreview | null
}

/** Chooses a sheet, shows everything that is wrong with it, and sends it once nothing is (K52). */
export function LedgerForm({ onEntered }: { readonly onEntered: (item: LedgerImport) => void }) {
  const words = useWords()
  const sending = useCommand(SHEET_MS)
  const nth = useRef(0)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [unseen, setUnseen] = useState<Refused | null>(null)
  const look = async (sheets: readonly Sheet[], fileName: string) => {
    nth.current += 1
    const own = nth.current
    sending.forget()
    setUnseen(null)
    const rows = sheets[0]?.rows ?? []
    setChosen({ fileName, rows, seen: null })
    const answer = await lookThrough('/api/ledgers/check', LedgerPreview, { rows })
    if (own !== nth.current) return
    setUnseen(answer.ok ? null : answer)
    setChosen(answer.ok ? { fileName, rows, seen: answer.value } : null)
  }
  const enter = async () => {
    if (chosen === null) return
    const { fileName, rows } = chosen
    const answer = await sending.send('/api/ledgers', { fileName, rows }, LedgerImport)
    if (!answer?.ok) return
    setChosen(null)
    onEntered(answer.value)
  }
  return (
    <section className="card stack">
      <p>
        <a href="/api/ledgers/template">{words('ledger.template')}</a>
      </p>
      <SheetChoice label={words('ledger.file')} onRead={(sheets, name) => void look(sheets, name)} />
      {chosen !== null && chosen.seen === null && <p role="status">{words('ledger.checking')}</p>}
      <RefusalLine refused={unseen} />
      {chosen !== null && chosen.seen !== null && (
        <>
          <h2>{words('ledger.seen', { file: chosen.fileName, rows: chosen.seen.rows })}</h2>
          <LedgerLook seen={chosen.seen} />
          {chosen.seen.problemCount === 0 && (
            <div>
              <CommandButton
                phase={sending.phase}
                busy="ledger.entering"
                type="primary"
                onPress={() => void enter()}
              >
                {words('ledger.enter')}
              </CommandButton>
            </div>
          )}
        </>
      )}
      <CommandWords of={sending} done={words('ledger.entered')} />
    </section>
  )
}
