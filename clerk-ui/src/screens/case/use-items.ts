import { ItemList } from '@counter/shared/contract/case-lists'
import { useReading } from '../../state/use-reading.ts'
import type { Choice } from './act-form.ts'

/** The items a case may be given, by the names of the catalogue; read only when a form asks for them. */
export function useItems(isWanted: boolean): readonly Choice[] {
  const { value } = useReading(isWanted ? '/api/items?limit=200' : null, ItemList)
  return (value?.items ?? []).map(({ code, name, unitName }) => ({
    value: code,
    label: `${name}（${unitName}）`,
  }))
}
