import type { CaseDetail } from '@counter/shared/contract/cases'
import { useState } from 'react'
import { useWords } from '../../text/words.ts'
import { ActField } from './act-field.tsx'
import { ActFrame } from './act-frame.tsx'
import { AskedPaper, type Hows, toggled } from './list-acts.tsx'
import { type OnDone, useAct } from './use-act.ts'

interface AskPapersProps {
  readonly detail: CaseDetail
  readonly onDone: OnDone
  readonly onClose: () => void
}

/** Papers found missing or wrong after acceptance; only a county's rule, named here, lets them stop the clock (C516). */
export function AskPapersAct({ detail, onDone, onClose }: AskPapersProps) {
  const t = useWords()
  const askable = detail.materials.filter(({ source }) => source !== 'shared' && source !== 'internal')
  const [listed, setListed] = useState<readonly string[]>([])
  const [hows, setHows] = useState<Hows>({})
  const [basis, setBasis] = useState('')
  const act = useAct(detail, onDone)
  const howOf = (name: string) => (hows[name] ?? '').trim()
  const stops = detail.papersStopClock
  const unsaid = listed.find((name) => howOf(name) === '')
  const missing =
    unsaid !== undefined
      ? `${unsaid} ${t('field.how')}`
      : listed.length === 0
        ? t('field.materials')
        : stops && basis.trim() === ''
          ? t('field.basis')
          : null

  return (
    <ActFrame
      title="act.ask_papers"
      caseNumber={detail.row.number}
      phase={act.phase}
      refused={act.refused}
      isFinal
      missing={missing === null ? null : t('field.required', { name: missing })}
      answers={listed.map((name) => ({ question: name, answer: howOf(name) }))}
      onSend={() =>
        act.send('ask-papers', {
          materials: listed.map((name) => ({ name, how: howOf(name) })),
          ...(stops ? { basis: basis.trim() } : {}),
        })
      }
      onClose={onClose}
    >
      {stops && (
        <ActField
          field={{ name: 'basis', label: 'field.basis', kind: 'line', isRequired: true }}
          value={basis}
          choices={[]}
          onChange={setBasis}
        />
      )}
      {askable.map(({ name }) => (
        <AskedPaper
          key={name}
          name={name}
          how={listed.includes(name) ? (hows[name] ?? '') : null}
          onTick={() => setListed(toggled(listed, name))}
          onHow={(how) => setHows({ ...hows, [name]: how })}
        />
      ))}
    </ActFrame>
  )
}
