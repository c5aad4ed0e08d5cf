import { type CatalogueItem, DraftView } from '@counter/shared/contract/catalogue'
import type { ItemDraft } from '@counter/shared/contract/item-draft'
import { useAdminDraft } from '../../state/admin-drafts.ts'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { DraftBar } from './draft-bar.tsx'
import { DraftFields } from './draft-fields.tsx'
import { ItemFormContext } from './item-form.ts'

interface DraftEditorProps {
  readonly draft: DraftView
  readonly item: CatalogueItem
  readonly onChanged: (draft: DraftView) => void
}

/** The editor of a draft: what is typed stays until it is saved or discarded, on whatever page one is (U15, U40). */
export function DraftEditor({ draft, item, onChanged }: DraftEditorProps) {
  const words = useWords()
  const [typed, keep] = useAdminDraft<ItemDraft>(`item-draft:${draft.id}`)
  const saving = useCommand()
  const { send, phase, forget } = saving
  const shown = typed ?? draft.draft
  const change = (more: Partial<ItemDraft>) => {
    forget()
    keep({ ...shown, ...more })
  }
  const save = async () => {
    if (typed === null || phase !== 'writing') return
    const body = { expectedVersion: draft.rev, draft: typed }
    const answer = await send(`/api/item-drafts/${draft.id}/save`, body, DraftView)
    if (!answer?.ok) return
    keep(null)
    onChanged(answer.value)
  }
  return (
    <ItemFormContext
      value={{
        draft: shown,
        problems: draft.problems,
        units: item.units,
        centre: item.centre,
        change,
        say: (more) => change({ content: { ...shown.content, ...more } }),
      }}
    >
      <p role="status">
        {draft.problems.length === 0
          ? words('a1.ready')
          : `▲ ${words('a1.problems', { n: draft.problems.length })}`}
      </p>
      <DraftFields />
      <DraftBar
        path={`/api/item-drafts/${draft.id}`}
        rev={draft.rev}
        parser={DraftView}
        isTyped={typed !== null}
        saving={saving}
        onSave={() => void save()}
        onDiscard={() => {
          keep(null)
          forget()
        }}
        onChanged={onChanged}
      />
    </ItemFormContext>
  )
}
