import type { GuideRow } from '@counter/shared/contract/public/guide'
import type { ReactNode } from 'react'
import { Press } from '../../components/press.tsx'
import { useGuideList } from '../../state/guides.ts'
import { tell } from '../../state/kiosk-store.ts'
import { useText } from '../../text/text.ts'

const SHOWN = 3

/** 「常办的 3 件事要带什么」: the first items of the matter's unit (K-2). */
export function FrequentGuides({ unit }: { readonly unit: string }): ReactNode {
  const say = useText()
  const { copy } = useGuideList()
  const items = copy?.value.items.filter((item: GuideRow) => item.unit === unit).slice(0, SHOWN) ?? []
  if (items.length === 0) return null
  return (
    <section className="frequent">
      <h2>{say('k2.frequent')}</h2>
      <ul>
        {items.map(({ code, name }) => (
          <li key={code}>
            <Press look="row" onPress={() => tell({ type: 'opened', place: { at: 'guide', code, unit } })}>
              {name}
            </Press>
          </li>
        ))}
      </ul>
    </section>
  )
}
