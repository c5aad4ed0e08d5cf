import { ITEM_CHOICES } from '@counter/shared/vocabulary/item-words'
import { useWords } from '../../text/words.ts'
import {
  Choice,
  ContentLines,
  ContentText,
  ContentTick,
  Field,
  NumberField,
  Part,
  Tick,
  Ticks,
  usePartName,
} from './item-fields.tsx'
import { type ItemContent, useItemForm } from './item-form.ts'
import { ItemRows } from './item-rows.tsx'
import { SampleField } from './sample-field.tsx'

/** A price is kept in 分 and written in 元, as people say it. */
const FEN = 100
const STEP: ItemContent['steps'][number] = { name: '', who: '', howLong: '', isExcluded: false }
const QUESTION = { question: '', answer: '' }
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

/** Who decides, with whom, and the steps that the guide draws (C109, C206, C207). */
export function HowFields() {
  const words = useWords()
  const name = usePartName()
  const { draft, units, say } = useItemForm()
  const { steps, jointUnits } = draft.content
  const others = Object.fromEntries(units.map((unit) => [unit.code, { zh: unit.name, en: unit.name }]))
  return (
    <>
      <div className="fields">
        <Part part="townshipRole">
          <Choice
            label={name('townshipRole')}
            value={draft.content.townshipRole}
            choices={ITEM_CHOICES.townshipRole}
            onChoose={(townshipRole) => say({ townshipRole })}
          />
        </Part>
        <Part part="quantityLimit">
          <ContentText field="quantityLimit" label={name('quantityLimit')} />
        </Part>
      </div>
      <ContentTick field="twoPersonCheck" label={name('twoPersonCheck')} />
      <Part part="jointUnits">
        <Ticks
          label={name('jointUnits')}
          values={jointUnits}
          choices={others as Record<(typeof jointUnits)[number], Record<'zh' | 'en', string>>}
          onTick={(units) => say({ jointUnits: units })}
        />
      </Part>
      <PledgeFields />
      <Part part="steps">
        <h3>{name('steps')}</h3>
        <ItemRows
          rows={steps}
          blank={STEP}
          nameOf={(n) => words('a1.step', { n })}
          add={words('a1.addStep')}
          onRows={(rows) => say({ steps: rows })}
        >
          {(step, change) => (
            <div className="fields">
              <Field
                label={words('a1.stepName')}
                value={step.name}
                onText={(text) => change({ name: text })}
              />
              <Field
                label={words('a1.who')}
                value={step.who}
                maxLength={60}
                onText={(who) => change({ who })}
              />
              <Field
                label={words('a1.howLong')}
                value={step.howLong}
                maxLength={60}
                onText={(howLong) => change({ howLong })}
              />
              <Tick
                label={words('a1.excluded')}
                isOn={step.isExcluded}
                onTick={(isExcluded) => change({ isExcluded })}
              />
            </div>
          )}
        </ItemRows>
      </Part>
    </>
  )
}

function PledgeFields() {
  const words = useWords()
  const { draft, say } = useItemForm()
  const { pledge } = draft.content
  const set = (more: Partial<NonNullable<typeof pledge>>) =>
    say({ pledge: { ...(pledge ?? { version: 1, text: '', checkWithin: 5 }), ...more } })
  return (
    <Part part="pledge">
      <Tick
        label={words('a1.hasPledge')}
        isOn={pledge !== null}
        onTick={(isOn) => (isOn ? set({}) : say({ pledge: null }))}
      />
      {pledge !== null && (
        <div className="fields">
          <label className="field">
            {words('a1.pledgeText')}
            <textarea
              rows={3}
              maxLength={1000}
              value={pledge.text}
              onChange={({ target }) => set({ text: target.value })}
            />
          </label>
          <NumberField
            label={words('a1.pledgeWithin')}
            value={pledge.checkWithin}
            min={1}
            onNumber={(checkWithin) => set({ checkWithin })}
          />
        </div>
      )}
    </Part>
  )
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
            <SampleField material={material} onSample={(sample) => change({ sample })} />
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

export function ResultFields() {
  const words = useWords()
  const name = usePartName()
  const { draft, say } = useItemForm()
  const { fee, faq } = draft.content
  const setFee = (more: Partial<typeof fee>) => say({ fee: { ...fee, ...more } })
  return (
    <>
      <Part part="basis">
        <ContentLines field="legalBasis" label={`${name('basis')} · ${words('a1.perLine')}`} />
      </Part>
      <Part part="fee">
        <div className="fields">
          <Field label={words('a1.feeText')} value={fee.text} onText={(text) => setFee({ text })} />
          <NumberField
            label={words('a1.feeYuan')}
            value={fee.amountFen / FEN}
            step={1 / FEN}
            onNumber={(yuan) => setFee({ amountFen: Math.round(yuan * FEN) })}
          />
          <Field label={words('a1.feeBasis')} value={fee.basis} onText={(basis) => setFee({ basis })} />
        </div>
      </Part>
      <Part part="result">
        <ContentText field="resultName" label={name('result')} />
      </Part>
      <Part part="delivery">
        <ContentLines field="delivery" label={`${name('delivery')} · ${words('a1.perLine')}`} />
      </Part>
      <Part part="deliveryWorkdays">
        <DeliveryDays />
      </Part>
      <Part part="faq">
        <h3>{name('faq')}</h3>
        <ItemRows
          rows={faq}
          blank={QUESTION}
          nameOf={(n) => words('a1.qa', { n })}
          add={words('a1.addQuestion')}
          onRows={(rows) => say({ faq: rows })}
        >
          {(one, change) => (
            <div className="fields">
              <Field
                label={words('a1.question')}
                value={one.question}
                onText={(question) => change({ question })}
              />
              <Field
                label={words('a1.answer')}
                value={one.answer}
                maxLength={1000}
                onText={(answer) => change({ answer })}
              />
            </div>
          )}
        </ItemRows>
      </Part>
    </>
  )
}

/** An emptied field means the centre's own number (C443). */
function DeliveryDays() {
  const words = useWords()
  const name = usePartName()
  const { draft, say } = useItemForm()
  const days = draft.content.deliveryWorkdays
  return (
    <div className="line">
      <Tick
        label={words('a1.ownDelivery')}
        isOn={days !== null}
        onTick={(isOn) => say({ deliveryWorkdays: isOn ? 10 : null })}
      />
      {days !== null && (
        <NumberField
          label={name('deliveryWorkdays')}
          value={days}
          min={1}
          onNumber={(deliveryWorkdays) => say({ deliveryWorkdays })}
        />
      )}
    </div>
  )
}

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
