import type { WordingDraft } from '@counter/shared/contract/wordings'
import type { CasePaperKind } from '@counter/shared/vocabulary/case-paper'
import {
  fieldsOf,
  type InBoth,
  PAPER_FIELDS,
  type PaperField,
  type PaperWording,
  partOf,
  SENTENCE_FIELDS,
  type WordingPart,
  wordingParts,
} from '@counter/shared/vocabulary/paper-wording'
import { Button } from 'antd'
import { type SyntheticEvent, useId, useRef } from 'react'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useWords } from '../../text/words.ts'

interface WordingFieldsProps {
  readonly kind: CasePaperKind
  readonly wording: PaperWording
  readonly problems: WordingDraft['problems']
  readonly onChange: (wording: PaperWording) => void
}

/** Every text of a paper in its order, each with what is wrong about it beside it (C901). */
export function WordingFields({ kind, wording, problems, onChange }: WordingFieldsProps) {
  const words = useWords()
  // Where a pressed field goes: into the Chinese opening or closing in which the cursor stood last.
  const cursor = useRef<{ part: FreePart; at: number }>({ part: 'opening', at: wording.opening.zh.length })
  const write = (part: WordingPart, text: InBoth) => onChange(withPart(wording, part, text))
  const insert = (field: PaperField) => {
    const { part, at } = cursor.current
    const { zh, en } = wording[part]
    const name = `{${PAPER_FIELDS[field]}}`
    cursor.current = { part, at: at + name.length }
    write(part, { zh: zh.slice(0, at) + name + zh.slice(at), en })
  }
  return (
    <>
      {wordingParts(kind).map((part) => (
        <PartFields
          key={part}
          part={part}
          text={partOf(wording, part)}
          problems={problems.filter((problem) => problem.part === part)}
          onText={(text) => write(part, text)}
          onCursor={(at) => {
            if (isFree(part)) cursor.current = { part, at }
          }}
        />
      ))}
      <section className="line" aria-label={words('wording.insert')}>
        <span className="quiet">{words('wording.insert')}</span>
        {fieldsOf(kind).map((field) => (
          <Button key={field} size="small" onClick={() => insert(field)}>
            {PAPER_FIELDS[field]}
          </Button>
        ))}
      </section>
    </>
  )
}

interface PartFieldsProps {
  readonly part: WordingPart
  readonly text: InBoth
  readonly problems: WordingDraft['problems']
  readonly onText: (text: InBoth) => void
  readonly onCursor: (at: number) => void
}

function PartFields({ part, text, problems, onText, onCursor }: PartFieldsProps) {
  const words = useWords()
  const id = useId()
  const name = words(`wording.part.${part}`)
  const needed = neededIn(part)
  const hint = isFree(part)
    ? words('wording.lines')
    : needed.length > 0
      ? words('wording.needs', { list: needed.map((field) => `{${field}}`).join('、') })
      : null
  const track = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) =>
    onCursor(currentTarget.selectionStart)
  return (
    <div className="item-part stack" data-part={part} data-wrong={problems.length > 0}>
      <div className="field">
        <label htmlFor={`${id}-zh`}>{name}</label>
        <textarea
          id={`${id}-zh`}
          rows={isFree(part) ? 4 : 2}
          maxLength={isFree(part) ? 2_000 : 200}
          value={text.zh}
          aria-describedby={hint === null ? undefined : `${id}-hint`}
          onSelect={track}
          onChange={(event) => {
            track(event)
            onText({ ...text, zh: event.target.value })
          }}
        />
        {hint !== null && <small id={`${id}-hint`}>{hint}</small>}
      </div>
      <label className="field">
        {words('wording.inEnglish', { part: name })}
        <textarea
          rows={isFree(part) ? 3 : 1}
          maxLength={isFree(part) ? 3_000 : 300}
          value={text.en}
          onChange={({ target }) => onText({ ...text, en: target.value })}
        />
      </label>
      {problems.map(({ code, params }) => (
        <RefusalLine key={`${code}${JSON.stringify(params)}`} refused={{ code, params }} />
      ))}
    </div>
  )
}

type FreePart = 'opening' | 'closing'

function isFree(part: WordingPart): part is FreePart {
  return part === 'opening' || part === 'closing'
}

function neededIn(part: WordingPart): readonly string[] {
  if (part === 'title' || isFree(part)) return []
  const fields: readonly PaperField[] = SENTENCE_FIELDS[part]
  return fields.map((field) => PAPER_FIELDS[field])
}

function withPart(wording: PaperWording, part: WordingPart, text: InBoth): PaperWording {
  if (part === 'title' || isFree(part)) return { ...wording, [part]: text }
  return { ...wording, sentences: { ...wording.sentences, [part]: text } }
}
