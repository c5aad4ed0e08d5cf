import { useWords } from '../../text/words.ts'

export const MENDED = ['name', 'idNo', 'phone'] as const

interface MendFieldsProps {
  readonly typed: Readonly<Record<string, string>>
  readonly onType: (name: string, value: string) => void
}

/** What the centre may put right of the person; what is left empty stays as the agent wrote it (V51). */
export function MendFields({ typed, onType }: MendFieldsProps) {
  const words = useWords()
  return MENDED.map((name) => (
    <label key={name} className="field">
      {words(`point.mend.${name}`)}
      <input
        value={typed[name] ?? ''}
        maxLength={name === 'name' ? 60 : 30}
        onChange={({ target }) => onType(name, target.value)}
      />
    </label>
  ))
}
