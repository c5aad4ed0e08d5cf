import type { SuperviseState } from '@counter/shared/contract/supervise'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { FigureCard } from './figure-card.tsx'

/** Kiosks and walls; those that need a person come first. */
export function DeviceTable({ devices }: { readonly devices: SuperviseState['devices'] }) {
  const t = useWords()
  const language = useDayLanguage()
  const troubled = devices.filter(({ problem }) => problem !== null)
  const fine = devices.filter(({ problem }) => problem === null)
  const caption = troubled.length === 0 ? t('l1.devicesFine') : t('l1.devicesCaption', { n: troubled.length })
  return (
    <FigureCard name="devices" title={t('l1.devices')} caption={caption}>
      <table>
        <caption className="visually-hidden">{t('l1.devices')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('l1.device')}</th>
            <th scope="col">{t('l1.problem')}</th>
            <th scope="col">{t('l1.since')}</th>
          </tr>
        </thead>
        <tbody>
          {[...troubled, ...fine].map(({ deviceId, name, problem, since }) => (
            <tr key={deviceId} data-problem={problem ?? 'none'}>
              <th scope="row">{name}</th>
              <td>{problem === null ? t('problem.none') : `■ ${t(`problem.${problem}`)}`}</td>
              <td>{instantWords(since, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </FigureCard>
  )
}
