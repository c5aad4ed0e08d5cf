import { AlikeList } from '@counter/shared/contract/duplicates'
import { CASE_WORDS } from '@counter/shared/text/status-words'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import { idNumberProblem, normalIdNumber } from '@counter/shared/vocabulary/identity'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { useEffect, useState } from 'react'
import { find } from '../../state/ask.ts'
import { serverNow } from '../../state/live.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

interface AlikeLineProps {
  readonly item: string
  readonly idNo: string
}

/** What the person in front already has of this item, before a second case is received; the clerk decides (C445). */
export function AlikeLine({ item, idNo }: AlikeLineProps) {
  const words = useWords()
  const language = useDayLanguage()
  const found = useAlike(item, idNo)
  if (found === null || found.items.length === 0) return null
  return (
    <div className="alike" role="status" data-testid="intake.alike">
      <p>
        <strong>▲ {words('duplicate.before', { days: found.days })}</strong>
      </p>
      <ul>
        {found.items.map(({ id, number, status, channel, villageName, receivedAt }) => (
          <li key={id ?? receivedAt}>
            {id === null ? (
              words('duplicate.elsewhere')
            ) : (
              <a href={`/cases/${id}`} target="_blank" rel="noreferrer">
                {number}
              </a>
            )}{' '}
            <span className="quiet">
              {words('duplicate.place', {
                day: dayWords(civilDate(receivedAt), language),
                source:
                  channel === 'village'
                    ? words('channel.village', { village: villageName ?? '' })
                    : words('channel.window'),
              })}
              {' · '}
              {CASE_WORDS[status][language]}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

// A number that is still being typed finds nobody, so only a right one is asked about.
function useAlike(item: string, idNo: string): AlikeList | null {
  const number = normalIdNumber(idNo)
  const isAsked = idNumberProblem(number, civilDate(serverNow())) === null
  const key = isAsked ? `${item} ${number}` : ''
  const [found, setFound] = useState<{ readonly key: string; readonly list: AlikeList } | null>(null)
  useEffect(() => {
    if (key === '') return undefined
    let isWanted = true
    void find('/api/cases/alike', { item, idNo: number }, AlikeList).then((answer) => {
      if (isWanted && answer.ok) setFound({ key, list: answer.value })
    })
    return () => {
      isWanted = false
    }
  }, [key, item, number])
  return found !== null && found.key === key ? found.list : null
}
