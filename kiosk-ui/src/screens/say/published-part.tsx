import type { PublicAnswers } from '@counter/shared/contract/public/answers'
import { inLanguage } from '@counter/shared/text/sentence'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import { CHANNEL_WORDS, LETTER_TOPIC_WORDS } from '@counter/shared/vocabulary/letter-words'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { type ReactNode, useEffect, useState } from 'react'
import { readPublished } from '../../state/letters.ts'
import { useLanguage, useText } from '../../text/text.ts'

type Item = PublicAnswers['items'][number]

interface Heard {
  readonly items: readonly Item[]
  readonly next: string | null
  readonly state: 'reading' | 'read' | 'failed'
}

/** Answers that were published, the newest first, without a word of who wrote (C1303). */
export function PublishedPart(): ReactNode {
  const say = useText()
  const [heard, setHeard] = useState<Heard>({ items: [], next: null, state: 'reading' })
  const read = (cursor: string | null) => {
    setHeard((known) => ({ ...known, state: 'reading' }))
    void readPublished(cursor).then((answer) =>
      setHeard((known) =>
        answer.ok
          ? {
              items: cursor === null ? answer.value.items : [...known.items, ...answer.value.items],
              next: answer.value.next,
              state: 'read',
            }
          : { ...known, state: 'failed' },
      ),
    )
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page opens
  useEffect(() => read(null), [])
  const { items, next, state } = heard
  return (
    <section data-testid="say.published" aria-label={say('p5.published')}>
      {items.map((item) => (
        <Answer key={item.id} item={item} />
      ))}
      {state === 'reading' && <p role="status">{say('p5.looking')}</p>}
      {state === 'read' && items.length === 0 && <p role="status">{say('p5.noneYet')}</p>}
      {state === 'failed' && (
        <>
          <p role="alert" className="warning">
            {say('p5.lookFailed')}
          </p>
          <button type="button" onClick={() => read(items.length === 0 ? null : next)}>
            {say('p5.again')}
          </button>
        </>
      )}
      {state === 'read' && next !== null && (
        <button type="button" onClick={() => read(next)}>
          {say('p5.more')}
        </button>
      )}
    </section>
  )
}

function Answer({ item }: { readonly item: Item }): ReactNode {
  const say = useText()
  const language = useLanguage()
  const short = language === 'en' ? 'en' : 'zh'
  const { channel, topic, unitName, repliedOn, question, answer } = item
  return (
    <article className="say-published">
      <h2>
        {inLanguage(CHANNEL_WORDS[channel], language)} · {inLanguage(LETTER_TOPIC_WORDS[topic], language)}
      </h2>
      <p className="say-answer">
        <strong>{say('p5.asked')}</strong> {question}
      </p>
      <p className="say-answer">
        <strong>{say('p5.answered')}</strong> {answer}
      </p>
      <p>
        {[
          unitName,
          repliedOn === null ? null : say('p5.repliedOn', { d: dayWords(repliedOn as PlainDate, short) }),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
    </article>
  )
}
