import type { CaseAnswer, CaseDetail } from '@counter/shared/contract/cases'
import { useRef, useState } from 'react'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import { ApprovalAct } from './approval-act.tsx'
import { AskPapersAct } from './ask-papers-act.tsx'
import { HandInAct, SupplementAct } from './list-acts.tsx'
import { NoteAct } from './note-act.tsx'
import { maySign, offeredActs, type ShownAction } from './offered-acts.ts'
import { PlainAct } from './plain-act.tsx'
import type { OnDone } from './use-act.ts'
import './acts.css'

type Opened = ShownAction | 'approve' | 'decline'

interface CaseActsProps {
  readonly detail: CaseDetail
  readonly role: string
  /** The version that this person's own last act made: a change of one's own is no surprise. */
  readonly ownVersion?: number
  readonly onAnswer: OnDone
}

/**
 * The buttons of exactly what this person may do now, and the form of the one that was pressed. When somebody else changes
 * the case meanwhile the form stays as it was typed and says so (U15, S22).
 */
export function CaseActs({ detail, role, ownVersion = 0, onAnswer }: CaseActsProps) {
  const t = useWords()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [done, setDone] = useState<Opened | null>(null)
  const [openedAt, setOpenedAt] = useState(0)
  const pressed = useRef<HTMLButtonElement | null>(null)
  const { version } = detail.row
  const isChanged = opened !== null && version > Math.max(openedAt, ownVersion)
  const signing: readonly Opened[] = maySign(detail, role) ? ['approve', 'decline'] : []
  const offered: readonly Opened[] = [...signing, ...offeredActs(detail, role)]

  function close(): void {
    setOpened(null)
    pressed.current?.focus()
  }

  function settle(answer: CaseAnswer, commandId: string): void {
    setDone(opened)
    setOpened(null)
    onAnswer(answer, commandId)
  }

  return (
    <section className="card case-acts" aria-labelledby="case-acts">
      <h2 id="case-acts">{t('case.actions')}</h2>
      {offered.length === 0 && <p>{t('case.noActions')}</p>}
      <div className="act-buttons">
        {offered.map((act) => (
          <button
            key={act}
            type="button"
            aria-expanded={opened === act}
            onClick={(event) => {
              pressed.current = event.currentTarget
              setDone(null)
              setOpenedAt(version)
              setOpened(opened === act ? null : act)
            }}
          >
            {t(wordOf(act))}
          </button>
        ))}
      </div>
      <p role="status">{done === null ? '' : t('form.done', { act: t(wordOf(done)) })}</p>
      <p role="status">{isChanged ? `▲ ${t('form.changedMeanwhile')}` : ''}</p>
      {opened !== null && <ActOf key={opened} act={opened} detail={detail} onDone={settle} onClose={close} />}
    </section>
  )
}

function wordOf(act: Opened): TextKey {
  return `act.${act}`
}

interface ActOfProps {
  readonly act: Opened
  readonly detail: CaseDetail
  readonly onDone: OnDone
  readonly onClose: () => void
}

function ActOf({ act, ...rest }: ActOfProps) {
  switch (act) {
    case 'approve':
    case 'decline':
      return <ApprovalAct isApproved={act === 'approve'} {...rest} />
    case 'request_supplement':
      return <SupplementAct {...rest} />
    case 'ask_papers':
      return <AskPapersAct {...rest} />
    case 'add_note':
      return <NoteAct {...rest} />
    case 'hand_in':
      return <HandInAct {...rest} />
    default:
      return <PlainAct action={act} {...rest} />
  }
}
