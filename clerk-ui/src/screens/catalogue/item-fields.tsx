import { PART_WORDS } from '@counter/shared/text/item-words'
import { inLanguage } from '@counter/shared/text/sentence'
import type { ItemPart } from '@counter/shared/vocabulary/item'
import { type ReactNode, useId } from 'react'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useLanguage } from '../../text/words.ts'
import { type LinesPart, type SwitchPart, type TextPart, useItemForm } from './item-form.ts'

interface PartProps {
  readonly part: ItemPart
  readonly children: ReactNode
}

/** A part of the item with what is wrong about it beside it (C102). */
export function Part({ part, children }: PartProps) {
  const { problems } = useItemForm()
  const own = problems.filter((problem) => problem.part === part)
  return (
    <div className="item-part stack" data-part={part} data-wrong={own.length > 0}>
      {children}
      {own.map(({ code, params }) => (
        <RefusalLine key={`${code}${JSON.stringify(params)}`} refused={{ code, params }} />
      ))}
    </div>
  )
}

/** The name of a part in the language of the screen. */
export function usePartName(): (part: ItemPart) => string {
  const language = useLanguage()
  return (part) => inLanguage(PART_WORDS[part], language)
}

interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly maxLength?: number
  readonly onText: (value: string) => void
}

/** One line of text with its name above it. */
export function Field({ label, hint, value, maxLength = 200, onText }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={({ target }) => onText(target.value)}
      />
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  )
}

interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly step?: number
  readonly min?: number
  readonly onNumber: (value: number) => void
}

/** A number; an emptied field is nought until something stands in it. */
export function NumberField({ label, value, step = 1, min = 0, onNumber }: NumberFieldProps) {
  return (
    <label className="field">
      {label}
      <input
        type="number"
        value={value}
        min={min}
        step={step}
        onChange={({ target }) => onNumber(Math.max(min, Number(target.value) || min))}
      />
    </label>
  )
}

interface TickProps {
  readonly label: string
  readonly isOn: boolean
  readonly onTick: (isOn: boolean) => void
}

export function Tick({ label, isOn, onTick }: TickProps) {
  return (
    <label className="item-tick">
      <input type="checkbox" checked={isOn} onChange={({ target }) => onTick(target.checked)} />
      {label}
    </label>
  )
}

interface ChoiceProps<K extends string> {
  readonly label: string
  readonly value: K
  readonly choices: Readonly<Record<K, Readonly<Record<'zh' | 'en', string>>>>
  readonly onChoose: (value: K) => void
}

/** One of a closed list, in its words. */
export function Choice<K extends string>({ label, value, choices, onChoose }: ChoiceProps<K>) {
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  return (
    <label className="field">
      {label}
      <select value={value} onChange={({ target }) => onChoose(target.value as K)}>
        {(Object.keys(choices) as K[]).sort().map((key) => (
          <option key={key} value={key}>
            {choices[key][language]}
          </option>
        ))}
      </select>
    </label>
  )
}

interface TicksProps<K extends string> extends Omit<ChoiceProps<K>, 'value' | 'onChoose'> {
  readonly values: readonly K[]
  readonly onTick: (values: K[]) => void
}

/** Several of a closed list. */
export function Ticks<K extends string>({ label, values, choices, onTick }: TicksProps<K>) {
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  return (
    <fieldset className="item-ticks">
      <legend>{label}</legend>
      {(Object.keys(choices) as K[]).map((key) => (
        <Tick
          key={key}
          label={choices[key][language]}
          isOn={values.includes(key)}
          onTick={(isOn) => onTick(isOn ? [...values, key] : values.filter((each) => each !== key))}
        />
      ))}
    </fieldset>
  )
}

interface ContentTextProps {
  readonly field: TextPart
  readonly label: string
  readonly hint?: string
}

/** A plain text of the content. */
export function ContentText({ field, label, hint }: ContentTextProps) {
  const { draft, say } = useItemForm()
  return (
    <Field
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={draft.content[field]}
      onText={(value) => say({ [field]: value })}
    />
  )
}

interface ContentLinesProps {
  readonly field: LinesPart
  readonly label: string
}

/** Lines of the content, one on each line of the field; blank ones are left out when it is published. */
export function ContentLines({ field, label }: ContentLinesProps) {
  const { draft, say } = useItemForm()
  const lines = draft.content[field]
  return (
    <label className="field">
      {label}
      <textarea
        rows={Math.max(2, lines.length + 1)}
        value={lines.join('\n')}
        onChange={({ target }) => say({ [field]: target.value.split('\n') })}
      />
    </label>
  )
}

export function ContentTick({ field, label }: { readonly field: SwitchPart; readonly label: string }) {
  const { draft, say } = useItemForm()
  return <Tick label={label} isOn={draft.content[field]} onTick={(isOn) => say({ [field]: isOn })} />
}
