import { PAUSE_WORDS } from '@counter/shared/vocabulary/due-words'
import { ITEM_CHOICES, limitWords } from '@counter/shared/vocabulary/item-words'
import { useWords } from '../../text/words.ts'
import { Choice, Field, NumberField, Part, Tick, Ticks, usePartName } from './item-fields.tsx'
import { useItemForm } from './item-form.ts'

/** The kind of an item and its limits: promise, law, extension, pauses, public notice (C104, C105). */
export function LimitFields() {
  const name = usePartName()
  const { draft, change, say } = useItemForm()
  return (
    <>
      <Part part="caseType">
        <Choice
          label={name('caseType')}
          value={draft.caseType}
          choices={ITEM_CHOICES.caseType}
          onChoose={(caseType) => change({ caseType })}
        />
      </Part>
      <CommittedFields />
      <StatutoryFields />
      <ExtensionFields />
      <Part part="pauseReasons">
        <Ticks
          label={name('pauseReasons')}
          values={draft.content.pauseReasons}
          choices={PAUSE_WORDS}
          onTick={(pauseReasons) => say({ pauseReasons })}
        />
      </Part>
      <NoticeFields />
    </>
  )
}

function CommittedFields() {
  const words = useWords()
  const name = usePartName()
  const { draft, say } = useItemForm()
  const { committedLimit } = draft.content
  const set = (more: Partial<typeof committedLimit>) =>
    say({ committedLimit: { ...committedLimit, ...more } })
  return (
    <Part part="committed">
      <h3>{name('committed')}</h3>
      <div className="fields">
        <Days limit={committedLimit} onLimit={set} />
        <Field
          label={words('a1.limitText')}
          hint={words('a1.limitTextHint', { t: limitWords(draft.caseType, committedLimit) })}
          value={committedLimit.text}
          onText={(text) => set({ text })}
        />
        <Field
          label={words('a1.limitReason')}
          hint={words('a1.limitReasonHint')}
          value={committedLimit.reason}
          onText={(reason) => set({ reason })}
        />
      </div>
    </Part>
  )
}

const NEW_LAW = { value: 20, unit: 'workday', scope: 'whole', starts: 'acceptance', text: '' } as const

function StatutoryFields() {
  const words = useWords()
  const name = usePartName()
  const { draft, say } = useItemForm()
  const { statutoryLimit: law, withoutStatutory } = draft.content
  const set = (more: Partial<NonNullable<typeof law>>) =>
    say({ statutoryLimit: { ...(law ?? NEW_LAW), ...more }, withoutStatutory: false })
  return (
    <Part part="statutory">
      <h3>{name('statutory')}</h3>
      <div className="line">
        <Tick
          label={words('a1.hasStatutory')}
          isOn={law !== null}
          onTick={(isOn) => (isOn ? set({}) : say({ statutoryLimit: null }))}
        />
        {law === null && (
          <Tick
            label={words('a1.withoutStatutory')}
            isOn={withoutStatutory}
            onTick={(isOn) => say({ withoutStatutory: isOn })}
          />
        )}
      </div>
      {law !== null && (
        <div className="fields">
          <Days limit={law} onLimit={set} />
          <Choice
            label={words('a1.scope')}
            value={law.scope}
            choices={ITEM_CHOICES.scope}
            onChoose={(scope) => set({ scope })}
          />
          <Choice
            label={words('a1.starts')}
            value={law.starts}
            choices={ITEM_CHOICES.starts}
            onChoose={(starts) => set({ starts })}
          />
          <Field
            label={words('a1.limitText')}
            hint={words('a1.limitTextHint', { t: limitWords('deadline', law) })}
            value={law.text}
            onText={(text) => set({ text })}
          />
        </div>
      )}
    </Part>
  )
}

function ExtensionFields() {
  const words = useWords()
  const { draft, say } = useItemForm()
  const { extension } = draft.content
  const known = extension ?? { max: 10, unit: 'workday' as const, basis: '' }
  const set = (more: Partial<typeof known>) => say({ extension: { ...known, ...more } })
  return (
    <Part part="extension">
      <Tick
        label={words('a1.extendable')}
        isOn={extension !== null}
        onTick={(isOn) => (isOn ? set({}) : say({ extension: null }))}
      />
      {extension !== null && (
        <div className="fields">
          <Days
            limit={{ value: extension.max, unit: extension.unit }}
            label={words('a1.most')}
            onLimit={({ value = extension.max, unit = extension.unit }) => set({ max: value, unit })}
          />
          <Field
            label={words('a1.extensionBasis')}
            value={extension.basis}
            onText={(basis) => set({ basis })}
          />
        </div>
      )}
    </Part>
  )
}

const NEW_NOTICE = {
  days: 7,
  unit: 'day',
  where: '',
  beforeApplication: false,
  excludedFromClock: true,
} as const

function NoticeFields() {
  const words = useWords()
  const { draft, say } = useItemForm()
  const { publicNotice: notice } = draft.content
  const set = (more: Partial<NonNullable<typeof notice>>) =>
    say({ publicNotice: { ...(notice ?? NEW_NOTICE), ...more } })
  return (
    <Part part="publicNotice">
      <Tick
        label={words('a1.hasNotice')}
        isOn={notice !== null}
        onTick={(isOn) => (isOn ? set({}) : say({ publicNotice: null }))}
      />
      {notice !== null && (
        <>
          <div className="fields">
            <Days
              limit={{ value: notice.days, unit: notice.unit }}
              step={1}
              onLimit={({ value = notice.days, unit = notice.unit }) =>
                set({ days: Math.max(1, value), unit })
              }
            />
            <Field label={words('a1.noticeWhere')} value={notice.where} onText={(where) => set({ where })} />
          </div>
          <div className="line">
            <Tick
              label={words('a1.noticeBefore')}
              isOn={notice.beforeApplication}
              onTick={(beforeApplication) => set({ beforeApplication })}
            />
            <Tick
              label={words('a1.noticeExcluded')}
              isOn={notice.excludedFromClock}
              onTick={(excludedFromClock) => set({ excludedFromClock })}
            />
          </div>
        </>
      )}
    </Part>
  )
}

interface DaysProps {
  readonly limit: { readonly value: number; readonly unit: 'workday' | 'day' }
  readonly label?: string
  readonly step?: number
  readonly onLimit: (more: { value?: number; unit?: 'workday' | 'day' }) => void
}

function Days({ limit, label, step = 0.5, onLimit }: DaysProps) {
  const words = useWords()
  return (
    <>
      <NumberField
        label={label ?? words('a1.days')}
        value={limit.value}
        step={step}
        onNumber={(value) => onLimit({ value })}
      />
      <Choice
        label={words('a1.daysUnit')}
        value={limit.unit}
        choices={ITEM_CHOICES.unit}
        onChoose={(unit) => onLimit({ unit })}
      />
    </>
  )
}
