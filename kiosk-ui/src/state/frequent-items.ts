import type { GuideList, GuideRow } from '@counter/shared/contract/public/guide'

const SHOWN = 3

/** 常办: the items of a unit that are asked for most, then the first of its list (K-2). */
export function frequentItems({ items, usual = [] }: GuideList, unit: string): readonly GuideRow[] {
  const place = ({ code }: GuideRow) => (usual.includes(code) ? usual.indexOf(code) : usual.length)
  return items
    .filter((item) => item.unit === unit)
    .sort((one, other) => place(one) - place(other))
    .slice(0, SHOWN)
}
