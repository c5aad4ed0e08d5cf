import type { Setting } from '@counter/shared/contract/settings'
import type { SettingRule } from '@counter/shared/vocabulary/setting'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'

interface RuleFieldProps {
  readonly id: string
  readonly rule: SettingRule
  readonly value: Setting['value']
  readonly isWrong: boolean
  readonly onChange: (value: Setting['value']) => void
}

/** The control that fits a rule's kind; what is out of range stays as typed and is said. */
export function RuleField({ id, rule, value, isWrong, onChange }: RuleFieldProps) {
  const words = useWords()
  switch (rule.kind) {
    case 'number':
      return (
        <>
          <input
            id={id}
            className="rule-input"
            type="number"
            min={rule.min}
            max={rule.max}
            aria-invalid={isWrong}
            value={Number.isNaN(value) ? '' : String(value)}
            onChange={(event) => onChange(event.target.valueAsNumber)}
          />
          {words(`unit.${rule.unit}`)}
        </>
      )
    case 'switch':
      return (
        <input
          id={id}
          className="rule-switch"
          type="checkbox"
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        />
      )
    case 'choice':
      return (
        <select
          id={id}
          className="rule-input"
          value={String(value)}
          onChange={(event) => onChange(event.target.value)}
        >
          {rule.choices.map((choice) => (
            <option key={choice} value={choice}>
              {words(`choice.${choice}` as TextKey)}
            </option>
          ))}
        </select>
      )
    default:
      return (
        <input
          id={id}
          className={rule.kind === 'words' ? 'rule-input rule-words' : 'rule-input'}
          type={rule.kind === 'time' ? 'time' : 'text'}
          maxLength={rule.kind === 'words' ? rule.max : undefined}
          aria-invalid={isWrong}
          value={String(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      )
  }
}
