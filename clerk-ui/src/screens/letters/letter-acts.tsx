import { LetterDetail } from '@counter/shared/contract/letters'
import { LETTER_ACTIONS, type LetterAction } from '@counter/shared/vocabulary/letter'
import { useRef, useState } from 'react'
import { useCommand } from '../../state/use-command.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { ActField } from '../case/act-field.tsx'
import { ActFrame } from '../case/act-frame.tsx'
import { useUnits } from '../case/use-units.ts'
import { choicesOf } from './letter-choices.ts'
import { LETTER_FORMS, letterBodyOf } from './letter-forms.ts'
import '../case/acts.css'

interface LetterActsProps {
  readonly letter: LetterDetail
  readonly onDone: (letter: LetterDetail) => void
}

/** The buttons of exactly what this person may do now, and the form of the one that was pressed (C401). */
export function LetterActs({ letter, onDone }: LetterActsProps) {
  const t = useWords()
  const [opened, setOpened] = useState<LetterAction | null>(null)
  const [done, setDone] = useState<LetterAction | null>(null)
  const pressed = useRef<HTMLButtonElement | null>(null)
  const said = useRef<HTMLParagraphElement | null>(null)
  // As the list is written, so that the next step stands first and a remark last.
  const offered = LETTER_ACTIONS.filter((action) => letter.actions.includes(action))
  const close = () => {
    setOpened(null)
    pressed.current?.focus()
  }
  return (
    <section className="card case-acts" aria-labelledby="letter-acts">
      <h2 id="letter-acts">{t('letter.acts')}</h2>
      {offered.length === 0 && <p>{t('letter.noActs')}</p>}
      <div className="act-buttons">
        {offered.map((action) => (
          <button
            key={action}
            type="button"
            aria-expanded={opened === action}
            onClick={(event) => {
              pressed.current = event.currentTarget
              setDone(null)
              setOpened(opened === action ? null : action)
            }}
          >
            {t(`letterAct.${action}`)}
          </button>
        ))}
      </div>
      <p role="status" ref={said} tabIndex={-1}>
        {done === null ? '' : t('letter.done', { act: t(`letterAct.${done}`) })}
      </p>
      {opened !== null && (
        <LetterAct
          key={opened}
          action={opened}
          letter={letter}
          onClose={close}
          onDone={(answer) => {
            setDone(opened)
            setOpened(null)
            // The form is gone, and its button may be: the keys go on from what was said.
            said.current?.focus()
            onDone(answer)
          }}
        />
      )}
    </section>
  )
}

interface LetterActProps extends LetterActsProps {
  readonly action: LetterAction
  readonly onClose: () => void
}

function LetterAct({ action, letter, onDone, onClose }: LetterActProps) {
  const t = useWords()
  const language = useDayLanguage()
  const form = LETTER_FORMS[action]
  const units = useUnits(form.fields.some(({ name }) => name === 'unit'))
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() => form.start?.(letter) ?? {})
  const { send, phase, refused } = useCommand()
  const missing = form.fields.find(({ name, isRequired }) => isRequired && (values[name] ?? '').trim() === '')
  const choices = (name: string) => choicesOf(name, letter, { t, language, units })

  async function press(): Promise<void> {
    const { id, version } = letter.row
    const body = { expectedVersion: version, ...letterBodyOf(form, values) }
    const answer = await send(`/api/letters/${id}/${action.replaceAll('_', '-')}`, body, LetterDetail)
    if (answer?.ok) onDone(answer.value)
  }

  return (
    <ActFrame
      title={`letterAct.${action}`}
      caseNumber={letter.row.number}
      phase={phase}
      refused={refused}
      isFinal={form.isFinal}
      missing={missing === undefined ? null : t('field.required', { name: t(missing.label) })}
      answers={form.fields.map(({ name, label }) => {
        const given = values[name] ?? ''
        return {
          question: t(label),
          answer: choices(name).find(({ value }) => value === given)?.label ?? given,
        }
      })}
      onSend={() => void press()}
      onClose={onClose}
    >
      {form.fields.map((field) => (
        <ActField
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          choices={choices(field.name)}
          onChange={(value) => setValues((known) => ({ ...known, [field.name]: value }))}
        />
      ))}
    </ActFrame>
  )
}
