import { CatalogueImported, CataloguePreview } from '@counter/shared/contract/catalogue'
import type { Sheet } from '@counter/shared/contract/sheets'
import { fullDateWords } from '@counter/shared/vocabulary/date-words'
import { useState } from 'react'
import { Link } from 'wouter'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { SheetChoice } from '../../components/sheet-choice.tsx'
import { find } from '../../state/ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { usePartName } from './item-fields.tsx'

interface Seen {
  readonly sheets: readonly Sheet[]
  readonly fileName: string
  readonly preview: CataloguePreview
}

/** The catalogue as a workbook: taken out, changed elsewhere, looked at, and brought in as drafts, all or none (K52). */
export function SheetPart({
  mayImport,
  onImported,
}: {
  readonly mayImport: boolean
  readonly onImported: () => void
}) {
  const words = useWords()
  const { send, phase, refused, forget } = useCommand()
  const [seen, setSeen] = useState<Seen | null>(null)
  const [unread, setUnread] = useState<Refused | null>(null)
  const [made, setMade] = useState<number | null>(null)
  const look = async (sheets: readonly Sheet[], fileName: string) => {
    forget()
    setMade(null)
    setSeen(null)
    const answer = await find('/api/catalogue/check', { sheets }, CataloguePreview)
    setUnread(answer.ok ? null : answer)
    if (answer.ok) setSeen({ sheets, fileName, preview: answer.value })
  }
  const bringIn = async () => {
    if (seen === null) return
    const answer = await send('/api/catalogue/import', { sheets: seen.sheets }, CatalogueImported)
    if (!answer?.ok) return
    setSeen(null)
    setMade(answer.value.made)
    onImported()
  }
  return (
    <details className="card">
      <summary>{words('a1.sheet')}</summary>
      <div className="stack">
        <p className="quiet">{words('a1.sheetHint')}</p>
        <p>
          <a href="/api/catalogue/sheet" download>
            {words('a1.export')}
          </a>
        </p>
        {mayImport && (
          <SheetChoice label={words('a1.import')} onRead={(sheets, name) => void look(sheets, name)} />
        )}
        <RefusalLine refused={unread} />
        {made !== null && <p role="status">✓ {words('a1.imported', { n: made })}</p>}
        {seen !== null && (
          <section className="stack" aria-label={seen.fileName}>
            <Preview preview={seen.preview} />
            {seen.preview.problemCount === 0 && seen.preview.drafts.length > 0 && (
              <div>
                <CommandButton
                  type="primary"
                  phase={phase}
                  busy="a1.importing"
                  onPress={() => void bringIn()}
                >
                  {words('a1.bringIn', { n: seen.preview.drafts.length })}
                </CommandButton>
              </div>
            )}
            <RefusalLine refused={refused} />
          </section>
        )}
      </div>
    </details>
  )
}

function Preview({ preview }: { readonly preview: CataloguePreview }) {
  const words = useWords()
  const { same, drafts, problems, problemCount } = preview
  if (problemCount > 0)
    return (
      <>
        <p role="alert">■ {words('a1.sheetProblems', { n: problemCount })}</p>
        <section
          className="scroller"
          tabIndex={0}
          aria-label={words('a1.sheetProblems', { n: problemCount })}
        >
          <table>
            <thead>
              <tr>
                <th scope="col">{words('a1.sheetPlace')}</th>
                <th scope="col">{words('a1.sheetColumn')}</th>
                <th scope="col">{words('a1.sheetWrong')}</th>
              </tr>
            </thead>
            <tbody>
              {problems.map(({ sheet, line, column, problem, allowed }) => (
                <tr key={`${sheet}${line}${column}${problem}`}>
                  <th scope="row">{words('a1.sheetLine', { sheet, line })}</th>
                  <td>{column}</td>
                  <td>{words(`a1.wrong.${problem}`, { allowed })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </>
    )
  return (
    <>
      <p role="status">{words('a1.sheetBrings', { n: drafts.length, same })}</p>
      {drafts.length > 0 && <DraftTable drafts={drafts} />}
    </>
  )
}

function DraftTable({ drafts }: { readonly drafts: CataloguePreview['drafts'] }) {
  const words = useWords()
  const language = useDayLanguage()
  const name = usePartName()
  return (
    <section className="scroller" tabIndex={0} aria-label={words('a1.then')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words('a1.name')}</th>
            <th scope="col">{words('a1.then')}</th>
            <th scope="col">{words('a1.state')}</th>
          </tr>
        </thead>
        <tbody>
          {drafts.map(({ code, name: title, isNew, effectiveFrom, changed, problems }) => (
            <tr key={code} data-item={code}>
              <th scope="row">
                {isNew ? `${code} ${title}` : <Link href={`/admin/items/${code}`}>{`${code} ${title}`}</Link>}
              </th>
              <td>{isNew ? words('a1.newItem') : changed.map(name).join('、')}</td>
              <td>
                {words('a1.from', { d: fullDateWords(effectiveFrom, language) })}
                {problems.length > 0 && ` · ▲ ${words('a1.problems', { n: problems.length })}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
