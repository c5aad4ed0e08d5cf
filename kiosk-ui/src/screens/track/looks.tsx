import { readOnce } from '@counter/shared/client/commands'
import { TrackLooks } from '@counter/shared/contract/public/looks'
import { PURPOSE_WORDS } from '@counter/shared/text/purpose-words'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { type ReactNode, useState } from 'react'
import { useLanguage } from '../../text/text.ts'
import { LOOK_WORDS } from './look-words.ts'

type Asked = 'not_yet' | 'asking' | 'failed' | TrackLooks

interface LooksProps {
  /** Link, or number and code. */
  readonly secret: object
  readonly path: '/api/track/case/looks' | '/api/track/letter/looks'
}

/** 谁看过您的资料: each look at personal data as post, purpose and day, asked for when it is opened (P35). */
export function Looks({ secret, path }: LooksProps): ReactNode {
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const words = LOOK_WORDS[language]
  const [found, setFound] = useState<Asked>('not_yet')
  const ask = async () => {
    setFound('asking')
    const answer = await readOnce(path, TrackLooks, 'track', secret)
    setFound(answer.ok ? answer.value : 'failed')
  }
  return (
    <details
      className="card"
      data-testid="p2.looks"
      onToggle={(event) => event.currentTarget.open && void ask()}
    >
      <summary>{words.title}</summary>
      {found === 'asking' && <p role="status">{words.asking}</p>}
      {found === 'failed' && (
        <p role="alert">
          {words.failed}{' '}
          <button type="button" onClick={() => void ask()}>
            {words.again}
          </button>
        </p>
      )}
      {typeof found === 'object' && found.items.length === 0 && <p>{words.nobody}</p>}
      {typeof found === 'object' && (
        <ul>
          {found.items.map(({ on, role, unitName, field, purpose }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two looks of one day may say the same
            <li key={place}>
              {dayWords(on as PlainDate, language)} · {unitName ?? words.role[role]} ·{' '}
              {PURPOSE_WORDS[purpose][language]} · {words.field[field]}
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
