import { instantWords } from '@counter/shared/vocabulary/date-words'
import type { ReactNode } from 'react'
import type { OutboxItem } from '../../outbox/outbox.ts'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { useCompared } from './conflict-part.tsx'
import { NumberIn } from './number-in.tsx'
import { numberNow, slipWords } from './slip-words.ts'

/** What is otherwise than its author knew: facts that others put right meanwhile, and another number than the slip's (V66, V73). */
export function MergedPart({ item }: { readonly item: OutboxItem }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  const { header } = item
  const compared = useCompared(header.id)
  const told = header.number ?? header.provisional ?? ''
  const ofSlip = slipWords(item)
  return (
    <>
      {ofSlip === null ? null : (
        <p data-testid="v3.merged">
          <NumberIn sentence={words('village.outbox.number', { number: numberNow(item) })}>
            {numberNow(item)}
          </NumberIn>{' '}
          · {words(ofSlip, { number: told })}
        </p>
      )}
      {compared?.theirs.fields.map(({ field, theirs, by, at }) => (
        <p key={field} data-testid="v3.merged">
          {words('village.outbox.changed', {
            field: words(`village.field.${field}`),
            value: theirs === '' ? words('village.conflict.none') : theirs,
          })}
          <span className="v-hint">{` ${by} · ${instantWords(at, days)}`}</span>
        </p>
      ))}
    </>
  )
}
