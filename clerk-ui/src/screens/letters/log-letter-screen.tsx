import { Receipt } from '@counter/shared/contract/cases'
import { DutyRoster, RegisteredLetterView } from '@counter/shared/contract/letter-bodies'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import { LETTER_CHANNELS, LETTER_TOPICS, SUPERVISOR_TOPICS } from '@counter/shared/vocabulary/letter'
import { CHANNEL_WORDS, LETTER_TOPIC_WORDS } from '@counter/shared/vocabulary/letter-words'
import { printedQueryCode } from '@counter/shared/vocabulary/number'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { printPaper } from '../../papers/print-paper.tsx'
import { useHall } from '../../state/hall.ts'
import { useSession } from '../../state/session.ts'
import { useCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import '../case/case.css'
import { useUnits } from '../case/use-units.ts'
import './letters.css'
import { EMPTY_LOG, EXTERNAL_CHANNELS, type LogDraft, logBodyOf, SPOKEN_CHANNELS } from './log-draft.ts'
import { LogCheck, LogField, LogSelect } from './log-fields.tsx'

/** 登记来信来电: one form for every channel, the phone first; it says who is on duty and where complaints about staff go. */
export function LogLetterScreen() {
  const t = useWords()
  const [draft, setDraft] = useState(EMPTY_LOG)
  const [logged, setLogged] = useState<RegisteredLetterView | null>(null)
  const { value: roster } = useReading('/api/duty', DutyRoster)
  const today = roster?.days.find(({ day }) => day === roster.today)
  return (
    <div className="case-ui letters" data-screen="C-8" data-state={logged === null ? 'normal' : 'success'}>
      <h1>{t('log.title')}</h1>
      {roster === null && <p>{t('log.loading')}</p>}
      {roster !== null && (
        <p data-testid="log.duty">
          {today === undefined
            ? `▲ ${t('log.noDuty')}`
            : t('log.onDuty', { staff: today.staffName, leader: today.leaderName })}
        </p>
      )}
      {logged === null ? (
        <LogForm
          draft={draft}
          leader={today?.leaderName ?? ''}
          onChange={(part) => setDraft((known) => ({ ...known, ...part }))}
          onLogged={setLogged}
        />
      ) : (
        <Logged
          letter={logged}
          isHeard={SPOKEN_CHANNELS.includes(draft.channel)}
          onNext={() => {
            setDraft(EMPTY_LOG)
            setLogged(null)
          }}
        />
      )}
    </div>
  )
}

interface LogFormProps {
  readonly draft: LogDraft
  readonly leader: string
  readonly onChange: (part: Partial<LogDraft>) => void
  readonly onLogged: (letter: RegisteredLetterView) => void
}

function LogForm({ draft, leader, onChange, onLogged }: LogFormProps) {
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

interface PrintReceiptProps {
  readonly letter: string
  readonly paper: string
}

/** The receipt on paper; a fault at the printer undoes nothing, and the next press is a copy (C904). */
function PrintReceipt({ letter, paper }: PrintReceiptProps) {
  const t = useWords()
  const { send, phase, refused } = useCommand()
  async function print(): Promise<void> {
    const answer = await send(`/api/letters/${letter}/papers/${paper}/print`, {}, Receipt)
    if (answer?.ok) printPaper(answer.value)
  }
  return (
    <>
      <CommandButton phase={phase} onPress={() => void print()} isPlain>
        {t('log.print')}
      </CommandButton>
      <RefusalLine refused={refused} />
    </>
  )
}

interface LoggedProps {
  readonly letter: RegisteredLetterView
  /** The writer is here or on the line, and is told code and day. */
  readonly isHeard: boolean
  readonly onNext: () => void
}

function Logged({ letter, isHeard, onNext }: LoggedProps) {
  const t = useWords()
  const language = useDayLanguage()
  // The form is gone: the keys and the reader go on from what was logged.
  const told = useRef<HTMLElement | null>(null)
  useEffect(() => told.current?.focus(), [])
  return (
    <section ref={told} tabIndex={-1} className="card letter-done" role="status">
      <p>✓ {t('log.done', { number: letter.number })}</p>
      <p data-testid="log.code">
        {t(isHeard ? 'log.code' : 'log.codeOnly', { code: printedQueryCode(letter.queryCode) })}
      </p>
      {letter.dueOn !== null && (
        <p>{t(isHeard ? 'log.due' : 'log.dueOnly', { day: dateWords(letter.dueOn, language) })}</p>
      )}
      <p className="letter-doors">
        <Link href={`/letters/${letter.id}`}>{t('log.open')}</Link>
        {letter.paper !== null && <PrintReceipt letter={letter.id} paper={letter.paper} />}
        <button type="button" onClick={onNext}>
          {t('log.next')}
        </button>
      </p>
    </section>
  )
}
