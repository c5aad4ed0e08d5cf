import { RegisteredLetterView } from '@counter/shared/contract/letter-bodies'
import { timeWords } from '@counter/shared/vocabulary/date-words'
import { LETTER_CHANNELS, LETTER_TOPICS, SUPERVISOR_TOPICS } from '@counter/shared/vocabulary/letter'
import { CHANNEL_WORDS, LETTER_TOPIC_WORDS } from '@counter/shared/vocabulary/letter-words'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { type FormEvent, useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useHall } from '../../state/hall.ts'
import { useSession } from '../../state/session.ts'
import { useCommand } from '../../state/use-command.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { useUnits } from '../case/use-units.ts'
import { EXTERNAL_CHANNELS, type LogDraft, logBodyOf, SPOKEN_CHANNELS } from './log-draft.ts'
import { LogCheck, LogField, LogSelect } from './log-fields.tsx'

interface LogFormProps {
  readonly draft: LogDraft
  readonly leader: string
  /** When it was last kept at the server. */
  readonly savedAt: Instant | null
  readonly onChange: (part: Partial<LogDraft>) => void
  readonly onLogged: (letter: RegisteredLetterView) => void
}

/** The questions of every channel, then those of the chosen one. */
export function LogForm({ draft, leader, savedAt, onChange, onLogged }: LogFormProps) {
  const t = useWords()
  const language = useDayLanguage()
  const role = useSession(({ session }) => session?.role)
  const phone = useHall(({ hall }) => hall?.centre.supervisionPhone ?? '')
  const units = useUnits(true)
  const { send, phase, refused } = useCommand()
  const [isEmpty, setEmpty] = useState(false)
  const topics = LETTER_TOPICS.filter(
    (topic) => role === 'supervisor' || !SUPERVISOR_TOPICS.some((each) => each === topic),
  )

  async function log(event: FormEvent): Promise<void> {
    event.preventDefault()
    setEmpty(draft.text.trim() === '')
    if (draft.text.trim() === '' || draft.isAboutStaff) return
    const answer = await send('/api/letters', logBodyOf(draft), RegisteredLetterView)
    if (answer?.ok) onLogged(answer.value)
  }

  return (
    <form className="card letter-form" onSubmit={(event) => void log(event)}>
      <div className="pair">
        <LogSelect
          label="log.channel"
          value={draft.channel}
          choices={LETTER_CHANNELS.map((value) => ({ value, label: CHANNEL_WORDS[value][language] }))}
          onChange={(value) => onChange({ channel: value as LogDraft['channel'] })}
        />
        <LogSelect
          label="log.topic"
          value={draft.topic}
          choices={topics.map((value) => ({ value, label: LETTER_TOPIC_WORDS[value][language] }))}
          onChange={(value) => onChange({ topic: value as LogDraft['topic'] })}
        />
      </div>
      <LogCheck
        label="log.aboutStaff"
        isOn={draft.isAboutStaff}
        onChange={(isAboutStaff) => onChange({ isAboutStaff })}
      />
      {draft.isAboutStaff ? (
        <p role="alert">▲ {t('log.aboutStaffWhere', { phone })}</p>
      ) : (
        <>
          <LogField label="log.text" value={draft.text} rows={4} onChange={(text) => onChange({ text })} />
          {isEmpty && draft.text.trim() === '' && <p role="alert">■ {t('log.required')}</p>}
          <div className="pair">
            <LogField label="log.name" value={draft.name} onChange={(name) => onChange({ name })} />
            <LogField label="log.phone" value={draft.phone} onChange={(tel) => onChange({ phone: tel })} />
            <LogField
              label="log.address"
              value={draft.address}
              onChange={(address) => onChange({ address })}
            />
            <LogSelect
              label="log.about"
              value={draft.about}
              choices={[{ value: '', label: t('log.aboutNone') }, ...units]}
              onChange={(about) => onChange({ about })}
            />
          </div>
          <ChannelFields draft={draft} onChange={onChange} />
          <LogCheck
            label="log.urgent"
            isOn={draft.isUrgent}
            onChange={(isUrgent) => onChange({ isUrgent })}
          />
          {draft.isUrgent && leader !== '' && <p role="alert">▲ {t('log.urgentWho', { leader })}</p>}
          <RefusalLine refused={refused} />
          <CommandButton htmlType="submit" className="primary" phase={phase} isPlain>
            {t('log.send')}
          </CommandButton>
          {savedAt !== null && (
            <p className="small" data-testid="log.kept">
              {t('log.kept', { time: timeWords(civilTime(savedAt)) })}
            </p>
          )}
        </>
      )}
    </form>
  )
}

/** What only some channels ask for: the visit's leader and group, the county's number and date, an answer given at once. */
function ChannelFields({ draft, onChange }: Pick<LogFormProps, 'draft' | 'onChange'>) {
  const t = useWords()
  return (
    <>
      {draft.channel === 'visit' && (
        <div className="pair">
          <LogField label="log.leader" value={draft.leader} onChange={(leader) => onChange({ leader })} />
          <LogField
            label="log.people"
            value={draft.people}
            type="number"
            onChange={(people) => onChange({ people })}
          />
          <LogField
            label="log.representatives"
            value={draft.representatives}
            type="number"
            onChange={(representatives) => onChange({ representatives })}
          />
        </div>
      )}
      {EXTERNAL_CHANNELS.includes(draft.channel) && (
        <div className="pair">
          <LogField
            label="log.external"
            value={draft.externalNumber}
            onChange={(externalNumber) => onChange({ externalNumber })}
          />
          <LogField
            label="log.externalDue"
            value={draft.externalDueOn}
            type="date"
            onChange={(externalDueOn) => onChange({ externalDueOn })}
          />
        </div>
      )}
      {SPOKEN_CHANNELS.includes(draft.channel) && (
        <>
          <LogField
            label="log.answer"
            value={draft.answer}
            rows={3}
            onChange={(answer) => onChange({ answer })}
          />
          <p className="small">{t('log.answerHint')}</p>
        </>
      )}
    </>
  )
}
