import { Done } from '@counter/shared/contract/fields'
import type { LogBookRow } from '@counter/shared/contract/log-book'
import { type ReactNode, useRef, useState } from 'react'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import { useCommand } from '../../state/use-command.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { Choice } from './choice.tsx'
import { LongField, TextField } from './text-field.tsx'
import { VillageCommand } from './village-command.tsx'
import { VillageRefusal } from './village-refusal.tsx'

interface CorrectConsultationProps {
  readonly consultation: NonNullable<LogBookRow['consultation']>
  readonly onDone: () => void
}

/** What a consultation says from now on; what it said stays on its line. It needs the network, as the log book does (V16). */
export function CorrectConsultation({ consultation, onDone }: CorrectConsultationProps): ReactNode {
  const words = useVillageWords()
  const { send, refused, phase, forget } = useCommand()
  const { id, question, answer, isReferred } = consultation
  const [said, setSaid] = useState({ question, answer, isReferred, reason: '' })
  const part = useRef<HTMLDetailsElement>(null)
  useReturnFocus(part, true)
  if (id === undefined) return null
  const change = (more: Partial<typeof said>) => {
    forget()
    setSaid({ ...said, ...more })
  }
  const save = async () => {
    const answered = await send(`/api/log-book/consultations/${id}/correct`, said, Done)
    if (answered?.ok) onDone()
  }
  const isReady = [said.question, said.answer, said.reason].every((text) => text.trim() !== '')
  return (
    <details ref={part}>
      <summary>{words('village.logBook.correct')}</summary>
      <div className="v-stack">
        <LongField
          label={words('village.consult.question')}
          value={said.question}
          maxLength={500}
          onType={(text) => change({ question: text })}
        />
        <LongField
          label={words('village.consult.answer')}
          value={said.answer}
          maxLength={500}
          onType={(text) => change({ answer: text })}
        />
        <Choice
          legend={words('village.consult.referred')}
          options={[
            { value: 'no', label: words('village.consult.notReferred') },
            { value: 'yes', label: words('village.consult.isReferred') },
          ]}
          chosen={said.isReferred ? 'yes' : 'no'}
          onChoose={(chosen) => change({ isReferred: chosen === 'yes' })}
        />
        <TextField
          label={words('village.logBook.why')}
          value={said.reason}
          maxLength={200}
          onType={(text) => change({ reason: text })}
        />
        <VillageCommand className="v-second" phase={phase} isReady={isReady} onPress={() => void save()}>
          {words('village.logBook.save')}
        </VillageCommand>
        <VillageRefusal refused={refused} />
      </div>
    </details>
  )
}
