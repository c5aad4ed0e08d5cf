import { ITEM_CHOICES } from '@counter/shared/vocabulary/item-words'
import type { ReactNode } from 'react'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import { CareFields } from './care-fields.tsx'
import { HowFields } from './how-fields.tsx'
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
import { useItemForm } from './item-form.ts'
import { LimitFields } from './limit-fields.tsx'
import { MaterialFields } from './material-fields.tsx'
import { ResultFields } from './result-fields.tsx'

/** Every field of an item, grouped as its guide is. */
export function DraftFields() {
  return (
    <>
      <Group title="a1.group.identity">
        <IdentityFields />
      </Group>
      <Group title="a1.group.where">
        <WhereFields />
      </Group>
      <Group title="a1.group.limits">
        <LimitFields />
      </Group>
      <Group title="a1.group.how">
        <HowFields />
      </Group>
      <Group title="a1.group.materials">
        <MaterialFields />
      </Group>
      <Group title="a1.group.result">
        <ResultFields />
      </Group>
      <Group title="a1.group.care">
        <CareFields />
      </Group>
    </>
  )
}

function Group({ title, children }: { readonly title: TextKey; readonly children: ReactNode }) {
  const words = useWords()
  return (
    <section className="item-group stack" aria-label={words(title)}>
      <h3>{words(title)}</h3>
      {children}
    </section>
  )
}

function IdentityFields() {
  const words = useWords()
  const name = usePartName()
  const { draft, units, change, say } = useItemForm()
  const unitChoices = Object.fromEntries(units.map((unit) => [unit.code, { zh: unit.name, en: unit.name }]))
  return (
    <>
      <Part part="name">
        <Field label={name('name')} value={draft.name} onText={(text) => change({ name: text })} />
      </Part>
      <Part part="aliases">
        <ContentLines field="aliases" label={`${name('aliases')} · ${words('a1.perLine')}`} />
      </Part>
      <Part part="summary">
        <ContentText field="summary" label={name('summary')} />
      </Part>
      <div className="fields">
        <Part part="effectiveFrom">
          <label className="field">
            {name('effectiveFrom')}
            <input
              type="date"
              required
              value={draft.effectiveFrom}
              onChange={({ target }) =>
                target.value !== '' && change({ effectiveFrom: target.value as typeof draft.effectiveFrom })
              }
            />
          </label>
        </Part>
        <Part part="unit">
          <Choice
            label={name('unit')}
            value={draft.unit}
            choices={unitChoices as Record<typeof draft.unit, Record<'zh' | 'en', string>>}
            onChoose={(unit) => change({ unit })}
          />
        </Part>
        <Part part="category">
          <ContentText field="category" label={name('category')} />
        </Part>
        <Part part="powerType">
          <Choice
            label={name('powerType')}
            value={draft.content.powerTypeCode}
            choices={ITEM_CHOICES.powerTypeCode}
            onChoose={(powerTypeCode) => say({ powerTypeCode })}
          />
        </Part>
        <Part part="level">
          <Choice
            label={name('level')}
            value={draft.content.level}
            choices={ITEM_CHOICES.level}
            onChoose={(level) => say({ level })}
          />
        </Part>
      </div>
      <Part part="codes">
        <div className="fields">
          <ContentText field="basicCode" label={words('a1.basicCode')} />
          <ContentText field="implementationCode" label={words('a1.implementationCode')} />
          <ContentText field="businessCode" label={words('a1.businessCode')} />
        </div>
      </Part>
    </>
  )
}

function WhereFields() {
  const words = useWords()
  const name = usePartName()
  const { draft, centre, change, say } = useItemForm()
  return (
    <>
      <Part part="serves">
        <Ticks
          label={name('serves')}
          values={draft.content.serves}
          choices={ITEM_CHOICES.serves}
          onTick={(serves) => say({ serves })}
        />
      </Part>
      <Part part="conditions">
        <ContentLines field="conditions" label={`${name('conditions')} · ${words('a1.perLine')}`} />
      </Part>
      <div className="fields">
        <Part part="place">
          <ContentText field="place" label={name('place')} hint={words('a1.ofCentre', { t: centre.place })} />
        </Part>
        <Part part="hours">
          <ContentText field="hours" label={name('hours')} hint={words('a1.ofCentre', { t: centre.hours })} />
        </Part>
        <Part part="phones">
          <ContentText
            field="consultPhone"
            label={words('a1.consultPhone')}
            hint={words('a1.ofCentre', { t: centre.consultPhone })}
          />
          <ContentText
            field="supervisionPhone"
            label={words('a1.supervisionPhone')}
            hint={words('a1.ofCentre', { t: centre.supervisionPhone })}
          />
        </Part>
        <Part part="onlineAddress">
          <ContentText field="onlineAddress" label={name('onlineAddress')} />
        </Part>
        <Part part="visits">
          <NumberField
            label={name('visits')}
            value={draft.content.visits}
            onNumber={(visits) => say({ visits })}
          />
        </Part>
      </div>
      <div className="line">
        <Tick
          label={name('villageAgency')}
          isOn={draft.villageAgency}
          onTick={(villageAgency) => change({ villageAgency })}
        />
        <Tick
          label={name('inPersonRequired')}
          isOn={draft.inPersonRequired}
          onTick={(inPersonRequired) => change({ inPersonRequired })}
        />
        <Tick
          label={name('committeeMayAsk')}
          isOn={draft.committeeMayAsk}
          onTick={(committeeMayAsk) => change({ committeeMayAsk })}
        />
        <Tick
          label={name('relativeFiling')}
          isOn={draft.relativeFiling}
          onTick={(relativeFiling) => change({ relativeFiling })}
        />
        <ContentTick field="booking" label={name('booking')} />
        <ContentTick field="courier" label={name('courier')} />
        <ContentTick field="keepOriginal" label={name('keepOriginal')} />
        <ContentTick field="seasonal" label={name('seasonal')} />
      </div>
    </>
  )
}
