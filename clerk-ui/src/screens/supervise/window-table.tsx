import type { SuperviseState } from '@counter/shared/contract/supervise'
import { useWords } from '../../text/words.ts'
import { FigureCard } from './figure-card.tsx'

/** Each window: its state, who is on duty, the number there now, how many were served today. */
export function WindowTable({ windows }: { readonly windows: SuperviseState['windows'] }) {
  const t = useWords()
  const open = windows.filter(({ state }) => state === 'open').length
  const served = windows.reduce((sum, { servedToday }) => sum + servedToday, 0)
  return (
    <FigureCard
      name="window-table"
      title={t('l1.windowTable')}
      caption={t('l1.windowCaption', { open, served })}
    >
      <table>
        <caption className="visually-hidden">{t('l1.windowTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('l1.window')}</th>
            <th scope="col">{t('l1.windowState')}</th>
            <th scope="col">{t('l1.onDuty')}</th>
            <th scope="col">{t('l1.current')}</th>
            <th scope="col" className="figure">
              {t('l1.served')}
            </th>
          </tr>
        </thead>
        <tbody>
          {windows.map(({ window, name, state, reason, duty, current, servedToday }) => (
            <tr key={window} data-window={window}>
              <th scope="row">{name}</th>
              <td>
                {t(`windowState.${state}`)}
                {reason !== null && ` · ${reason}`}
              </td>
              <td>{duty?.displayName ?? t('l1.none')}</td>
              <td>{current ?? t('l1.none')}</td>
              <td className="figure">{servedToday}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </FigureCard>
  )
}
