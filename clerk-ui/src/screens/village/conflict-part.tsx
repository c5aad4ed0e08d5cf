import type { EditConflicts } from '@counter/shared/contract/village'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import { type ReactNode, useEffect, useState } from 'react'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import type { FactDraft } from './fact-draft.ts'
import { diskInUse } from './village-outbox.ts'

interface Compared {
  readonly theirs: EditConflicts
  /** What the agent wrote; null while the app is locked for its author. */
  readonly typed: FactDraft['typed'] | null
}

/** Both words on each fact side by side, whose the other one is and since when (V73). The centre's stands until somebody chooses. */
export function ConflictPart({ id }: { readonly id: CommandId }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  const compared = useCompared(id)
  if (compared === null) return null
  const { theirs, typed } = compared
  return (
    <section className="v-conflict" aria-label={words('village.conflict.title')} data-testid="v3.conflict">
      {theirs.fields.map(({ field, theirs: value, by, at }) => (
        <dl key={field} className="v-two">
          <div>
            <dt>{words('village.conflict.theirs')}</dt>
            <dd>
              <strong>{value === '' ? words('village.conflict.none') : value}</strong>
              <span className="v-hint">{`${by} · ${instantWords(at, days)}`}</span>
            </dd>
          </div>
          <div>
            <dt>{words('village.conflict.yours', { field: words(`village.field.${field}`) })}</dt>
            <dd>
              <strong>{typed?.[field] ?? words('village.conflict.locked')}</strong>
            </dd>
          </div>
        </dl>
      ))}
      <p className="v-hint">{words('village.conflict.how')}</p>
    </section>
  )
}

/** What the phone keeps of both words; null until it is read, and where there is none. */
export function useCompared(id: CommandId): Compared | null {
  const [compared, setCompared] = useState<Compared | null>(null)
  useEffect(() => {
    let isCurrent = true
    void compare(id).then((found) => isCurrent && setCompared(found))
    return () => {
      isCurrent = false
    }
  }, [id])
  return compared
}

async function compare(id: CommandId): Promise<Compared | null> {
  const disk = diskInUse()
  const theirs = await disk.conflictsOf(id).catch(() => null)
  if (theirs === null) return null
  const form = (await disk.formOf(id).catch(() => null)) as Pick<FactDraft, 'typed'> | null
  return { theirs, typed: form?.typed ?? null }
}
