import type { ReactNode } from 'react'
import { Press } from '../../components/press.tsx'
import { frequentItems } from '../../state/frequent-items.ts'
import { useGuideList } from '../../state/guides.ts'
import { tell } from '../../state/kiosk-store.ts'
import { useText } from '../../text/text.ts'

/** 「常办的 3 件事要带什么」: of the matter's unit (K-2). */
export function FrequentGuides({ unit }: { readonly unit: string }): ReactNode {
  const say = useText()
  const { copy } = useGuideList()
  const items = copy === null ? [] : frequentItems(copy.value, unit)
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
