import type { Parser } from '@counter/shared/client/commands'
import type { ReactNode } from 'react'
import { useAdminDraft } from '../../state/admin-drafts.ts'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { DraftBar } from './draft-bar.tsx'

interface DraftFormProps<View, Written> {
  readonly draft: { readonly id: string; readonly rev: number; readonly problems: readonly unknown[] }
  readonly kind: 'item' | 'wording'
  /** What the server has of it. */
  readonly saved: Written
  /** Under which name it is sent. */
  readonly field: string
  readonly parser: Parser<View>
  readonly onChanged: (draft: View) => void
  readonly children: (shown: Written, change: (written: Written) => void) => ReactNode
}

/** A draft that is being written, of whatever kind: what is typed stays until it is saved or discarded, on whatever page one is (U15, U40). */
export function DraftForm<View, Written>(props: DraftFormProps<View, Written>) {
  const { draft, kind, saved, field, parser, onChanged, children } = props
  const words = useWords()
  const [typed, keep] = useAdminDraft<Written>(`${kind}-draft:${draft.id}`)
  const saving = useCommand()
  const { send, phase, forget } = saving
  const path = `/api/${kind}-drafts/${draft.id}`
  const change = (written: Written) => {
    forget()
    keep(written)
  }
  const save = async () => {
    if (typed === null || phase !== 'writing') return
    const answer = await send(`${path}/save`, { expectedVersion: draft.rev, [field]: typed }, parser)
    if (!answer?.ok) return
    keep(null)
    onChanged(answer.value)
  }
  return (
    <>
      <p role="status">
        {draft.problems.length === 0
          ? words('a1.ready')
          : `▲ ${words('a1.problems', { n: draft.problems.length })}`}
      </p>
      {children(typed ?? saved, change)}
      <DraftBar
        path={path}
        rev={draft.rev}
        parser={parser}
        isTyped={typed !== null}
        saving={saving}
        onSave={() => void save()}
        onDiscard={() => {
          keep(null)
          forget()
        }}
        onChanged={onChanged}
      />
    </>
  )
}
