import type { Answer } from '@counter/shared/client/commands'
import { Guide, GuideList } from '@counter/shared/contract/public/guide'
import { useEffect, useState } from 'react'
import { read } from '../../state/ask.ts'

/** The catalogue, read once per page view; null while it is on its way. */
export function useGuideList(): { readonly answer: Answer<GuideList> | null; readonly again: () => void } {
  const [answer, setAnswer] = useState<Answer<GuideList> | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let isCurrent = turn >= 0
    void read('/api/guide', GuideList).then((value) => isCurrent && setAnswer(value))
    return () => {
      isCurrent = false
    }
  }, [turn])
  return { answer, again: () => setTurn(turn + 1) }
}

/** One guide with its materials. */
export function readGuide(code: string): Promise<Answer<Guide>> {
  return read(`/api/guide/${code}`, Guide)
}

/** The items offered as big buttons: what the point handles now, most often first, then one of each category. */
export function frequentItems<
  T extends { readonly code: string; readonly category: string; readonly villageAgency: boolean },
>(items: readonly T[], handled: readonly string[], most = 6): readonly T[] {
  const agency = items.filter(({ villageAgency }) => villageAgency)
  const times = (code: string) => handled.filter((each) => each === code).length
  const known = agency.filter(({ code }) => times(code) > 0).sort((a, b) => times(b.code) - times(a.code))
  const firsts = agency.filter(
    (item, place) => agency.findIndex(({ category }) => category === item.category) === place,
  )
  return [...known, ...firsts.filter((item) => !known.includes(item))].slice(0, most)
}
