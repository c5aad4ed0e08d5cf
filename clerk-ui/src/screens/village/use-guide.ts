import type { Answer } from '@counter/shared/client/commands'
import { type Copy, keepGuides, type Reader, readOrCopy } from '@counter/shared/client/copies'
import { Guide, GuideList } from '@counter/shared/contract/public/guide'
import { SayPlaces } from '@counter/shared/contract/public/letter'
import { useEffect, useState } from 'react'
import { useNet } from '../../state/live.ts'
import { today } from './draft-store.ts'

const reader: Reader = { door: 'staff', today }
const KEEP_EVERY_MS = 6 * 60 * 60_000
const LOOK_EVERY_MS = 3_000

/** The catalogue, read once per page view; null while it is on its way. Without a network the phone's own copy answers. */
export function useGuideList(): {
  readonly answer: Answer<Copy<GuideList>> | null
  readonly again: () => void
} {
  const [answer, setAnswer] = useState<Answer<Copy<GuideList>> | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let isCurrent = turn >= 0
    void readOrCopy('/api/guide', GuideList, reader).then((value) => isCurrent && setAnswer(value))
    return () => {
      isCurrent = false
    }
  }, [turn])
  return { answer, again: () => setTurn(turn + 1) }
}

/** One guide with its materials, or its copy. */
export async function readGuide(code: string): Promise<Answer<Guide>> {
  const answer = await readOrCopy(`/api/guide/${encodeURIComponent(code)}`, Guide, reader)
  return answer.ok ? { ok: true, value: answer.value.value } : answer
}

/** Whether an item's photos are sent as large as they were taken (V68); an unread guide says no. */
export function useKeepsOriginal(code: string): boolean {
  const [keeps, setKeeps] = useState(false)
  useEffect(() => {
    void readGuide(code).then((answer) => setKeeps(answer.ok && answer.value.keepOriginal === true))
  }, [code])
  return keeps
}

/** Where complaints are taken by phone, or its copy; null when neither is known (V5). */
export async function readComplaintPhone(): Promise<string | null> {
  const answer = await readOrCopy('/api/say', SayPlaces, reader)
  return answer.ok && answer.value.value.supervisionPhone !== '' ? answer.value.value.supervisionPhone : null
}

/** Keeps a copy of every guide and of the complaint phone while there is a network, so that both are there without one (V5, V27, V86). */
export function keepPack(): void {
  let keptAt = Number.NEGATIVE_INFINITY
  let isBusy = false
  const look = async () => {
    if (isBusy || useNet.getState().net !== 'online' || performance.now() - keptAt < KEEP_EVERY_MS) return
    isBusy = true
    await readComplaintPhone()
    const isKept = await keepGuides(reader, () => useNet.getState().net !== 'online')
    isBusy = false
    if (isKept) keptAt = performance.now()
  }
  setInterval(() => void look(), LOOK_EVERY_MS)
}

/** The items offered as big buttons: what the point handles now, most often first, then one of each category. */
export function frequentItems<
  T extends { readonly code: string; readonly category: string; readonly villageAgency: boolean },
>(items: readonly T[], handled: readonly string[], most = 6): readonly T[] {
  const agency = items.filter(({ villageAgency }) => villageAgency)
  const times = (code: string) => handled.filter((each) => each === code).length
  const known = agency.filter(({ code }) => times(code) > 0).sort((a, b) => times(b.code) - times(a.code))
  const firsts = agency
    .filter((item, place) => agency.findIndex(({ category }) => category === item.category) === place)
    .sort((a, b) => wantedness(a) - wantedness(b))
  return [...known, ...firsts.filter((item) => !known.includes(item))].slice(0, most)
}

// What people come to a village point for, until it is known what they come to this one for.
const WANTED = ['社会救助', '社会保险', '新型合作医疗', '社会福利', '涉农补贴', '劳动就业']

function wantedness({ category }: { readonly category: string }): number {
  const place = WANTED.indexOf(category)
  return place === -1 ? WANTED.length : place
}
