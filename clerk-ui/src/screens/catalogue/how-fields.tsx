import { ITEM_CHOICES } from '@counter/shared/vocabulary/item-words'
import { useWords } from '../../text/words.ts'
import {
  Choice,
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

const STEP: ItemContent['steps'][number] = { name: '', who: '', howLong: '', isExcluded: false }

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
