import type { SuperviseState } from '@counter/shared/contract/supervise'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AlarmWords } from '../points/alarm-words.tsx'
import { FigureCard } from './figure-card.tsx'
import { LightCells, LightHeads } from './light-cells.tsx'

type VillageFigures = SuperviseState['byVillage'][number]

/** The village points: their cases by light, today's, last contact, and what their phones said then; what is not known says so (V88). */
export function VillageTable({ villages }: { readonly villages: readonly VillageFigures[] }) {
  const t = useWords()
  const heard = villages.filter(({ lastContactAt }) => lastContactAt !== null).length
  const received = villages.reduce((sum, { receivedToday }) => sum + receivedToday, 0)
  return (
    <FigureCard
      name="villages"
      title={t('l1.byVillage')}
      caption={t('l1.villageCaption', { heard, received })}
    >
      <table>
        <caption className="visually-hidden">{t('l1.byVillage')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('l1.village')}</th>
            <LightHeads />
            <th scope="col" className="figure">
              {t('l1.receivedToday')}
            </th>
            <th scope="col">{t('l1.lastContact')}</th>
            <th scope="col" className="figure">
              {t('l1.unsent')}
            </th>
            <th scope="col" className="figure">
              {t('l1.pointAttention')}
            </th>
            <th scope="col" className="figure">
              {t('l1.pointNumbers')}
            </th>
          </tr>
        </thead>
        <tbody>
          {villages.map((village) => (
            <VillageLine key={village.village} village={village} />
          ))}
        </tbody>
      </table>
    </FigureCard>
  )
}

function VillageLine({ village }: { readonly village: VillageFigures }) {
  const t = useWords()
  const language = useDayLanguage()
  const { lastContactAt, said } = village
  return (
    <tr data-village={village.village}>
      <th scope="row">
        {village.name}
        <AlarmWords alarms={village.alarms} />
      </th>
      <LightCells counts={village.counts} />
      <td className="figure">{village.receivedToday}</td>
      <td>
        {lastContactAt === null
          ? t('l1.unknown')
          : t('point.unknownAfter', { time: instantWords(lastContactAt, language) })}
      </td>
      {[said.unsent, said.attention, said.numbersFree].map((told, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three cells that never change places
        <td key={place} className="figure">
          {told ?? t('l1.unknown')}
        </td>
      ))}
    </tr>
  )
}
