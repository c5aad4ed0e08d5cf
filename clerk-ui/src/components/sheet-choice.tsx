import { type Sheet, SheetsRead } from '@counter/shared/contract/sheets'
import { useId, useRef, useState } from 'react'
import { find } from '../state/ask.ts'
import { useWords } from '../text/words.ts'
import { RefusalLine, type Refused } from './refusal-line.tsx'

interface SheetChoiceProps {
  readonly label: string
  /** The sheets of the chosen file as text; what they mean is the page's business (K52). */
  readonly onRead: (sheets: readonly Sheet[], fileName: string) => void
}

/** Chooses an XLSX or CSV file and has it read; the same file may be chosen again after it was mended. */
export function SheetChoice({ label, onRead }: SheetChoiceProps) {
  const words = useWords()
  const id = useId()
  const nth = useRef(0)
  const [isReading, setReading] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const choose = async (file: File) => {
    nth.current += 1
    const own = nth.current
    setReading(true)
    setRefused(null)
    const answer = await find('/api/sheets', { content: await base64Of(file) }, SheetsRead)
    if (own !== nth.current) return
    setReading(false)
    if (answer.ok) onRead(answer.value.sheets, file.name)
    else setRefused(answer)
  }
  return (
    <div className="stack">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept=".xlsx,.csv,.txt"
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file !== undefined) void choose(file)
          // A browser says nothing when the same file is chosen twice, so none stays chosen.
          target.value = ''
        }}
      />
      {isReading && <p role="status">{words('sheet.reading')}</p>}
      <RefusalLine refused={refused} />
    </div>
  )
}

const CHUNK = 0x8000

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(binary)
}
