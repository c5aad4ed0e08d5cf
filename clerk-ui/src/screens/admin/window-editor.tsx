import type { PlannedWindow, WindowPlan } from '@counter/shared/contract/window-plan'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useOpenedCard } from '../../components/use-opened-card.ts'
import { useAdminDraft } from '../../state/admin-drafts.ts'
import { type FormCommand, useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { HistoryList } from './history-list.tsx'
import { SaveBar } from './save-bar.tsx'
import { type Ranks, ServiceChoice } from './service-choice.tsx'

interface WindowDraft {
  readonly name: string
  readonly ranks: Ranks
  /** Asked to go out of use or, when it is, to come back. */
  readonly isRetiring: boolean
  readonly reason: string
}

interface WindowEditorProps {
  readonly window: PlannedWindow
  readonly plan: WindowPlan
  readonly onClose: () => void
}

/** One window: name, matters with 主办 and 协办, out of use, and its trail. */
export function WindowEditor({ window, plan, onClose }: WindowEditorProps) {
  const words = useWords()
  const [draft, keep] = useAdminDraft<WindowDraft>(`window:${window.window}`)
  const { send, phase, refused, forget } = useCommand()
  const card = useRef<HTMLElement>(null)
  const press = useOpenedCard(card, onClose)
  const [saved, setSaved] = useState(0)
  const stored = { name: window.name, ranks: ranksOf(window), isRetiring: false, reason: '' }
  const shown = draft ?? stored
  const change = (more: Partial<WindowDraft>) => keep({ ...shown, ...more })
  const isRetired = window.retiredAt !== null

  const save = async () => {
    const isConfirmed = refused?.code === 'topic.last_window'
    const isSaved = await saveWindow(send, window, { before: stored.ranks, draft: shown, isConfirmed })
    if (!isSaved) return
    keep(null)
    setSaved((times) => times + 1)
  }
  return (
    <section
      ref={card}
      className="card stack"
      onKeyDown={press}
      aria-label={words('a2.editTitle', { window: window.window })}
    >
      <h2>{words('a2.editTitle', { window: window.window })}</h2>
      <label className="field">
        {words('a2.name')}
        <input maxLength={30} value={shown.name} onChange={(event) => change({ name: event.target.value })} />
      </label>
      {!isRetired && (
        <ServiceChoice plan={plan} ranks={shown.ranks} onChange={(ranks) => change({ ranks })} />
      )}
      <div className="line">
        <Button
          danger={!isRetired}
          aria-pressed={shown.isRetiring}
          onClick={() => change({ isRetiring: !shown.isRetiring })}
        >
          {words(isRetired ? 'a2.again' : 'a2.retire')}
        </Button>
        {!isRetired && <span className="hint">{words('a2.retireHint')}</span>}
        <Button onClick={onClose}>{words('frame.close')}</Button>
      </div>
      {draft === null && saved > 0 && <p role="status">✓ {words('admin.saved')}</p>}
      {draft !== null && (
        <SaveBar
          effect={words(shown.isRetiring ? 'admin.now' : 'a2.nextCall')}
          reason={shown.reason}
          phase={phase}
          refused={refused}
          mayConfirm={refused?.code === 'topic.last_window'}
          onReason={(reason) => change({ reason })}
          onSave={() => void save()}
          onDrop={() => {
            keep(null)
            forget()
          }}
        />
      )}
      <HistoryList path={`/api/windows/${window.window}/history`} fresh={saved} />
    </section>
  )
}

function ranksOf({ services }: PlannedWindow): Ranks {
  return Object.fromEntries(services.map(({ topic, rank }) => [topic, rank]))
}

interface WindowChange {
  readonly before: Ranks
  readonly draft: WindowDraft
  readonly isConfirmed: boolean
}

// Each part that changed is a command of its own; the first refusal stops, and what was done stays done.
async function saveWindow(
  send: FormCommand['send'],
  { window, name, retiredAt }: PlannedWindow,
  { before, draft, isConfirmed }: WindowChange,
): Promise<boolean> {
  const reason = draft.reason.trim()
  const newName = draft.name.trim()
  const isDone = async (path: string, body: object) =>
    (await send(path, { ...body, reason }, { parse: () => true }))?.ok === true
  if (retiredAt !== null) return !draft.isRetiring || isDone('/api/windows', { window, name: newName })
  if (draft.isRetiring) return isDone(`/api/windows/${window}/retire`, { isConfirmed })
  if (newName !== name && !(await isDone(`/api/windows/${window}/rename`, { name: newName }))) return false
  if (isSame(before, draft.ranks)) return true
  const services = Object.entries(draft.ranks).flatMap(([topic, rank]) =>
    rank === undefined ? [] : { topic, rank },
  )
  return isDone(`/api/windows/${window}/services`, { services, isConfirmed })
}

function isSame(one: Ranks, other: Ranks): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => one[key] === other[key])
}
