import { refusalSentence } from '@counter/shared/text/refusal-text'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { Link } from 'wouter'
import { useSession } from '../../state/session.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useLanguage, useWords } from '../../text/words.ts'
import { type CommandOutcome, countExport, type ExportCounts } from './count-export.ts'
import type { ReadExport } from './read-export.ts'

interface SummaryProps {
  readonly read: ReadExport
  readonly isTaken: boolean
}

/** Whose file it is and what is in it; once taken, what became of it and what waits for a person (V79). */
export function ExportSummary({ read, isTaken }: SummaryProps) {
  const words = useWords()
  const language = useDayLanguage()
  const told = useLanguage()
  const { device, end } = read
  const counts = countExport(read.outcomes)
  const { madeAt, from, until } = counts
  return (
    <section className="card stack" aria-label={words('export.summary')}>
      <h2>{`${device.village} ${device.villageName} · ${device.name}`}</h2>
      {madeAt !== null && <p>{words('export.madeAt', { at: instantWords(madeAt, language) })}</p>}
      {device.standing !== 'in_use' && <p role="alert">▲ {words(`export.standing.${device.standing}`)}</p>}
      {end === 'changed' && <p role="alert">■ {words('export.changed')}</p>}
      {end === 'truncated' && (
        <p role="alert">
          ■ {isTaken ? refusalSentence('export.truncated', {}, told) : words('export.truncated')}
        </p>
      )}
      {counts.bad > 0 && <p role="alert">■ {words('export.bad', { n: counts.bad })}</p>}
      <CountLines counts={counts} isTaken={isTaken} />
      {from !== null && until !== null && (
        <p>
          {words('export.captured', {
            from: instantWords(from, language),
            until: instantWords(until, language),
          })}
        </p>
      )}
      <WaitingLines lines={counts.waiting} />
      {counts.lost.length > 0 && (
        <p>
          ▲ {words('export.lost', { n: counts.lost.length })}
          {counts.lost.map(({ id, number }) => ` ${number ?? id.slice(0, 8)}`).join('、')}
        </p>
      )}
    </section>
  )
}

function CountLines({ counts, isTaken }: { readonly counts: ExportCounts; readonly isTaken: boolean }) {
  const words = useWords()
  const { news, known, photos, photosRefused } = counts
  return (
    <p role="status">
      {isTaken ? '✓ ' : null}
      {words(isTaken ? 'export.went' : 'export.holds', { n: news, k: known, p: photos - photosRefused })}
      {photosRefused > 0 ? ` · ${words('export.photosRefused', { n: photosRefused })}` : null}
    </p>
  )
}

// Each with its reason; the supervisor solves them on the page of the points (V51, V90).
function WaitingLines({ lines }: { readonly lines: readonly CommandOutcome[] }) {
  const words = useWords()
  const language = useLanguage()
  const isSupervisor = useSession(({ session }) => session?.role) === 'supervisor'
  if (lines.length === 0) return null
  return (
    <>
      <h3>{words('export.waiting', { n: lines.length })}</h3>
      <ul className="rows">
        {lines.map(({ id, number, author, code, status }) => (
          <li key={id}>
            ■ {[number, author].filter((each) => each !== null).join(' · ')}{' '}
            {code === null
              ? words(`export.status.${status === 'held' ? 'held' : 'retry'}`)
              : refusalSentence(code, {}, language)}
          </li>
        ))}
      </ul>
      {isSupervisor && (
        <p>
          <Link href="/supervise/points">{words('export.solve')}</Link>
        </p>
      )}
    </>
  )
}
