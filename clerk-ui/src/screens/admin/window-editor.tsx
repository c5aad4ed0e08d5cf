import type { PlannedWindow, WindowPlan } from '@counter/shared/contract/window-plan'
import { Button } from 'antd'
import { useState } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import { useAdminDraft } from '../../state/admin-drafts.ts'
import { command } from '../../state/ask.ts'
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
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [saved, setSaved] = useState(0)
  const stored = { name: window.name, ranks: ranksOf(window), isRetiring: false, reason: '' }
  const shown = draft ?? stored
  const change = (more: Partial<WindowDraft>) => keep({ ...shown, ...more })
  const isRetired = window.retiredAt !== null

  const save = async () => {
    if (isBusy) return
    setBusy(true)
    const isConfirmed = refused?.code === 'topic.last_window'
    const answer = await saveWindow(window, stored.ranks, shown, isConfirmed)
    setBusy(false)
    setRefused(answer)
    if (answer !== null) return
    keep(null)
    setSaved((times) => times + 1)
  }
  return (
    <section className="card stack" aria-label={words('a2.editTitle', { window: window.window })}>
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
          isBusy={isBusy}
          refused={refused}
          mayConfirm={refused?.code === 'topic.last_window'}
          onReason={(reason) => change({ reason })}
          onSave={() => void save()}
          onDrop={() => {
            keep(null)
            setRefused(null)
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

// Each part that changed is a command of its own; the first refusal stops, and what was done stays done.
async function saveWindow(
  { window, name, retiredAt }: PlannedWindow,
  before: Ranks,
  { name: newName, ranks, isRetiring, reason: typed }: WindowDraft,
  isConfirmed: boolean,
): Promise<Refused | null> {
  const reason = typed.trim()
  const send = async (path: string, body: object) => {
    const answer = await command(path, body, { parse: () => true })
    return answer.ok ? null : answer
  }
  if (retiredAt !== null)
    return isRetiring ? send('/api/windows', { window, name: newName.trim(), reason }) : null
  if (isRetiring) return send(`/api/windows/${window}/retire`, { reason, isConfirmed })
  if (newName.trim() !== name) {
    const refused = await send(`/api/windows/${window}/rename`, { name: newName.trim(), reason })
    if (refused !== null) return refused
  }
  if (isSame(before, ranks)) return null
  const services = Object.entries(ranks).flatMap(([topic, rank]) =>
    rank === undefined ? [] : { topic, rank },
  )
  return send(`/api/windows/${window}/services`, { services, reason, isConfirmed })
}

function isSame(one: Ranks, other: Ranks): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => one[key] === other[key])
}
