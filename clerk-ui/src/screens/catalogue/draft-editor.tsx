import { type CatalogueItem, DraftView } from '@counter/shared/contract/catalogue'
import type { ItemDraft } from '@counter/shared/contract/item-draft'
import { DraftFields } from './draft-fields.tsx'
import { DraftForm } from './draft-form.tsx'
import { ItemFormContext } from './item-form.ts'

interface DraftEditorProps {
  readonly draft: DraftView
  readonly item: CatalogueItem
  readonly onChanged: (draft: DraftView) => void
}

/** The editor of an item's draft: every field reads and changes what is being written. */
export function DraftEditor({ draft, item, onChanged }: DraftEditorProps) {
  return (
    <DraftForm
      draft={draft}
      kind="item"
      saved={draft.draft}
      field="draft"
      parser={DraftView}
      onChanged={onChanged}
    >
      {(shown: ItemDraft, change) => (
        <ItemFormContext
          value={{
            draft: shown,
            problems: draft.problems,
            units: item.units,
            centre: item.centre,
            change: (more) => change({ ...shown, ...more }),
            say: (more) => change({ ...shown, content: { ...shown.content, ...more } }),
          }}
        >
          <DraftFields />
        </ItemFormContext>
      )}
    </DraftForm>
  )
}
