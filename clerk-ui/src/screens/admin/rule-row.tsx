import type { Setting } from '@counter/shared/contract/settings'
import { inLanguage } from '@counter/shared/text/sentence'
import { SETTING_WORDS } from '@counter/shared/text/setting-words'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { isInRange, isSettingKey, SETTINGS, type SettingRule } from '@counter/shared/vocabulary/setting'
import { useDayLanguage } from '../../text/day-language.ts'
import { useLanguage, useWords, type Words } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import { RuleField } from './rule-field.tsx'

type Value = Setting['value']

interface RuleRowProps {
  readonly setting: Setting
  readonly value: Value
  readonly isChanged: boolean
  readonly onChange: (value: Value) => void
}

/** One rule: what it does, its value, its default, and who changed it last. */
export function RuleRow({ setting, value, isChanged, onChange }: RuleRowProps) {
  const words = useWords()
  const language = useLanguage()
  const { key, history } = setting
  if (!isSettingKey(key)) return null
  const rule: SettingRule = SETTINGS[key]
  const isWrong = !isInRange(rule, value)
  return (
    <li className="rule" data-rule={key} data-changed={isChanged}>
      <label className="rule-name" htmlFor={`rule-${key}`}>
        <strong>{inLanguage(SETTING_WORDS[key], language)}</strong>
      </label>
      <span className="line">
        <RuleField id={`rule-${key}`} rule={rule} value={value} isWrong={isWrong} onChange={onChange} />
        <span className="quiet">{words('a7.default', { value: valueWords(rule, rule.default, words) })}</span>
        {isChanged && <span className="tag tag-warn">{words('admin.unsaved')}</span>}
      </span>
      {isWrong && (
        <p className="refusal" role="alert">
          ■ {rangeWords(rule, words)}
        </p>
      )}
      <LastChange rule={rule} setting={setting} />
      {history.length > 1 && (
        <details className="why">
          <summary>{words('admin.history')}</summary>
          <ul className="rows">
            {history.map((line) => (
              <HistoryLine key={line.at} rule={rule} line={line} />
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

function LastChange({ rule, setting }: { readonly rule: SettingRule; readonly setting: Setting }) {
  const words = useWords()
  const [last] = setting.history
  if (last === undefined) return <span className="hint">{words('a7.never')}</span>
  return <HistoryLine rule={rule} line={last} />
}

interface HistoryLineProps {
  readonly rule: SettingRule
  readonly line: Setting['history'][number]
}

function HistoryLine({ rule, line }: HistoryLineProps) {
  const words = useWords()
  const language = useDayLanguage()
  return (
    <span className="hint">
      {words('a7.changed', {
        time: instantWords(line.at, language),
        name: line.by,
        from: valueWords(rule, line.from, words),
        to: valueWords(rule, line.to, words),
        reason: line.reason,
      })}
    </span>
  )
}

export function valueWords(rule: SettingRule, value: Value, words: Words): string {
  switch (rule.kind) {
    case 'number':
      return words('a7.amount', { n: String(value), unit: words(`unit.${rule.unit}`) })
    case 'switch':
      return words(value === true ? 'a7.on' : 'a7.off')
    case 'choice':
      return words(`choice.${String(value)}` as TextKey)
    default:
      return String(value)
  }
}

function rangeWords(rule: SettingRule, words: Words): string {
  return 'min' in rule ? words('a7.range', { min: rule.min, max: rule.max }) : words('a7.choose')
}
