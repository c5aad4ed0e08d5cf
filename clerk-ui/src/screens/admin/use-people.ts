import { type Account, AccountList, AccountPlaces } from '@counter/shared/contract/accounts'
import type { Refused } from '../../components/refusal-line.tsx'
import { usePages } from '../../state/use-pages.ts'
import { useReading } from '../../state/use-reading.ts'

export interface People {
  /** Null until the first page is there. */
  readonly accounts: readonly Account[] | null
  readonly places: AccountPlaces | null
  readonly refused: Refused | null
  readonly hasMore: boolean
  more(): void
  /** Puts an account as it now is in its place, or a new one at the head. */
  keep(account: Account): void
}

/** The accounts and what they can be tied to. */
export function usePeople(): People {
  const places = useReading('/api/staff/places', AccountPlaces)
  const { items, refused, hasMore, more, change } = usePages('/api/staff?limit=200', AccountList)
  return {
    accounts: items,
    places: places.value,
    refused: refused ?? places.refused,
    hasMore,
    more,
    keep: (account) => change((known) => withAccount(known, account)),
  }
}

function withAccount(known: readonly Account[], account: Account): readonly Account[] {
  const isKnown = known.some(({ staffId }) => staffId === account.staffId)
  return isKnown
    ? known.map((each) => (each.staffId === account.staffId ? account : each))
    : [account, ...known]
}
