import { VILLAGE_POINT_WORDS } from '@counter/shared/text/village-point-words'
import { type ReactNode, useState } from 'react'
import { later } from '../../components/later.tsx'
import { useLanguage } from '../../text/text.ts'

// Who opens a guide does not load the points before they are asked for (K54).
const { Shown: VillagePoints } = later(
  async () => (await import('../points/village-points.tsx')).VillagePoints,
)

/** Where a village handles it: the points, once somebody asks (V1). */
export function GuidePoints({ isKiosk }: { readonly isKiosk: boolean }): ReactNode {
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h3>{VILLAGE_POINT_WORDS.title[language]}</h3>
      </summary>
      {isOpen && <VillagePoints door={isKiosk ? 'kiosk' : 'track'} heading="h4" />}
    </details>
  )
}
