import { type Account, AccountList, AccountPlaces } from '@counter/shared/contract/accounts'
import { useCallback, useEffect, useState } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import { read } from '../../state/ask.ts'

export interface People {
  /** Null until the first page is there. */
  readonly accounts: readonly Account[] | null
  readonly places: AccountPlaces | null
  readonly refused: Refused | null
  readonly hasMore: boolean
  more(): void
  /** Puts an account as it now is in its place, or a new one at the end. */
  keep(account: Account): void
}

/** The accounts and what they can be tied to. */
export function usePeople(): People {
  const [accounts, setAccounts] = useState<readonly Account[] | null>(null)
  const [places, setPlaces] = useState<AccountPlaces | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const ask = useCallback(async (cursor: string | null) => {
    const place = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const answer = await read(`/api/staff?limit=200${place}`, AccountList)
    setRefused(answer.ok ? null : answer)
    if (!answer.ok) return
    setAccounts((known) => [...(cursor === null ? [] : (known ?? [])), ...answer.value.items])
    setNext(answer.value.next)
  }, [])
  useEffect(() => {
    void ask(null)
    void read('/api/staff/places', AccountPlaces).then((answer) => {
      if (answer.ok) setPlaces(answer.value)
      else setRefused(answer)
    })
  }, [ask])
  return {
    accounts,
    places,
    refused,
    hasMore: next !== null,
    more: () => void ask(next),
    keep: (account) => setAccounts((known) => withAccount(known ?? [], account)),
  }
}

function withAccount(known: readonly Account[], account: Account): readonly Account[] {
  const isKnown = known.some(({ staffId }) => staffId === account.staffId)
  return isKnown
    ? known.map((each) => (each.staffId === account.staffId ? account : each))
    : [account, ...known]
}
