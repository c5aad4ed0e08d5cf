import { ITEM_CHOICES } from '@counter/shared/vocabulary/item-words'
import { Choice, ContentText, ContentTick, Part, usePartName } from './item-fields.tsx'
import { useItemForm } from './item-form.ts'

/** What the staff has to mind: how carefully it is shown, and what is still to be confirmed (C107). */
export function CareFields() {
  const name = usePartName()
  const { draft, change } = useItemForm()
  return (
    <>
      <Part part="confidentiality">
        <Choice
          label={name('confidentiality')}
          value={draft.confidentiality}
          choices={ITEM_CHOICES.confidentiality}
          onChoose={(confidentiality) => change({ confidentiality })}
        />
      </Part>
      <Part part="handlingNote">
        <ContentText field="handlingNote" label={name('handlingNote')} />
      </Part>
      <Part part="verify">
        <ContentTick field="verify" label={name('verify')} />
      </Part>
    </>
  )
}
