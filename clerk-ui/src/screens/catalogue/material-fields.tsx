import { ITEM_CHOICES } from '@counter/shared/vocabulary/item-words'
import { useWords } from '../../text/words.ts'
import { Choice, ContentTick, Field, NumberField, Part, Tick } from './item-fields.tsx'
import { type ItemContent, useItemForm } from './item-form.ts'
import { ItemRows } from './item-rows.tsx'
import { SampleField } from './sample-field.tsx'

const MATERIAL: ItemContent['materials'][number] = {
  name: '',
  issuer: '',
  original: 1,
  copies: 0,
  required: true,
  deferrable: false,
  source: 'applicant',
  form: '',
  sample: null,
  note: '',
}

/** What is to be brought, or that nothing is (C102, C103). */
export function MaterialFields() {
  const words = useWords()
  const { draft, say } = useItemForm()
  const { materials } = draft.content
  return (
    <Part part="materials">
      {materials.length === 0 && (
        <ContentTick field="withoutMaterials" label={words('a1.withoutMaterials')} />
      )}
      <ItemRows
        rows={materials}
        blank={MATERIAL}
        nameOf={(n) => words('a1.material', { n })}
        add={words('a1.addMaterial')}
        onRows={(rows) => say({ materials: rows, ...(rows.length > 0 ? { withoutMaterials: false } : {}) })}
      >
        {(material, change) => (
          <>
            <Field
              label={words('a1.materialName')}
              value={material.name}
              onText={(text) => change({ name: text })}
            />
            <div className="fields">
              <Choice
                label={words('a1.source')}
                value={material.source}
                choices={ITEM_CHOICES.source}
                onChoose={(source) => change({ source })}
              />
              <NumberField
                label={words('a1.original')}
                value={material.original}
                onNumber={(original) => change({ original })}
              />
              <NumberField
                label={words('a1.copies')}
                value={material.copies}
                onNumber={(copies) => change({ copies })}
              />
              <Field
                label={words('a1.issuer')}
                value={material.issuer}
                onText={(issuer) => change({ issuer })}
              />
              <Field label={words('a1.form')} value={material.form} onText={(form) => change({ form })} />
              <Field label={words('a1.note')} value={material.note} onText={(note) => change({ note })} />
            </div>
            <SampleField
              label={words('a1.sample')}
              name={material.name}
              sample={material.sample}
              onSample={(sample) => change({ sample })}
            />
            <div className="line">
              <Tick
                label={words('a1.required')}
                isOn={material.required}
                onTick={(required) => change({ required })}
              />
              <Tick
                label={words('a1.deferrable')}
                isOn={material.deferrable}
                onTick={(deferrable) => change({ deferrable })}
              />
            </div>
          </>
        )}
      </ItemRows>
    </Part>
  )
}
