import type { Setting } from '@counter/shared/contract/settings'
import { isInRange, isSettingKey, SETTINGS } from '@counter/shared/vocabulary/setting'
import { useState } from 'react'
import { Link } from 'wouter'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useAdminDraft } from '../../state/admin-drafts.ts'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { AdminPage } from './admin-page.tsx'
import { QuotaPart } from './quota-part.tsx'
import { RULE_GROUPS, type RuleGroupName, ruleGroupOf } from './rule-groups.ts'
import { RuleRow } from './rule-row.tsx'
import { SaveBar } from './save-bar.tsx'
import { sendRules, useRules } from './use-rules.ts'

type Value = Setting['value']

interface RulesDraft {
  readonly values: Readonly<Record<string, Value>>
  readonly reason: string
}

const EMPTY: RulesDraft = { values: {}, reason: '' }

/** every rule of the hall in plain words, with its default, since when it is so, by whom and why. */
export function RulesScreen() {
  const words = useWords()
  const { settings, refused: unread, keep: keepSetting } = useRules()
  const [draft, keep] = useAdminDraft<RulesDraft>('rules')
  const { send, phase, refused, forget } = useCommand()
  const [isSaved, setSaved] = useState(false)
  const shown = draft ?? EMPTY
  const wrong = Object.entries(shown.values).filter(([key, value]) => !fits(key, value)).length

  const change = (setting: Setting, value: Value) => {
    const { [setting.key]: _before, ...others } = shown.values
    const values = value === setting.value ? others : { ...others, [setting.key]: value }
    setSaved(false)
    keep(Object.keys(values).length === 0 ? null : { ...shown, values })
  }
  const save = async () => {
    if (phase !== 'writing' || wrong > 0) return
    const change = { values: shown.values, reason: shown.reason.trim(), keep: keepSetting }
    const left = await sendRules(send, change)
    const isDone = Object.keys(left).length === 0
    keep(isDone ? null : { ...shown, values: left })
    setSaved(isDone)
  }
  const state = settings === null ? null : wrong > 0 ? 'problems' : 'normal'
  return (
    <AdminPage screen="A-7" title={words('a7.title')} state={unread === null ? state : 'error'}>
      <RefusalLine refused={unread} />
      {RULE_GROUPS.map((group) => (
        <RuleGroup
          key={group}
          group={group}
          settings={(settings ?? []).filter(({ key }) => ruleGroupOf(key) === group)}
          values={shown.values}
          onChange={change}
        />
      ))}
      {settings !== null && <QuotaPart />}
      {isSaved && draft === null && <p role="status">✓ {words('admin.saved')}</p>}
      {draft !== null && (
        <SaveBar
          effect={wrong > 0 ? words('a7.wrong', { n: wrong }) : words('a7.effect')}
          reason={shown.reason}
          phase={phase}
          refused={refused}
          onReason={(reason) => keep({ ...shown, reason })}
          onSave={() => void save()}
          onDrop={() => {
            keep(null)
            forget()
          }}
        />
      )}
    </AdminPage>
  )
}

interface RuleGroupProps {
  readonly group: RuleGroupName
  readonly settings: readonly Setting[]
  readonly values: RulesDraft['values']
  readonly onChange: (setting: Setting, value: Value) => void
}

function RuleGroup({ group, settings, values, onChange }: RuleGroupProps) {
  const words = useWords()
  if (settings.length === 0) return null
  return (
    <section className="card" data-group={group}>
      <h2>{words(`ruleGroup.${group}`)}</h2>
      {group === 'clock' && (
        <p className="quiet">
          {words('a7.dueHint')} <Link href="/admin/calendar">{words('frame.adminCalendar')}</Link>
        </p>
      )}
      <ul className="rows">
        {settings.map((setting) => (
          <RuleRow
            key={setting.key}
            setting={setting}
            value={values[setting.key] ?? setting.value}
            isChanged={setting.key in values}
            onChange={(value) => onChange(setting, value)}
          />
        ))}
      </ul>
    </section>
  )
}

function fits(key: string, value: Value): boolean {
  return isSettingKey(key) && isInRange(SETTINGS[key], value)
}
