import type { Said } from '@counter/shared/contract/public/letter'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { type ReactNode, useState } from 'react'
import { useLanguage, useText } from '../../text/text.ts'
import { PhoneFrame } from '../track/phone-frame.tsx'
import { AnswerPart } from './answer-part.tsx'
import { PublishedPart } from './published-part.tsx'
import { SayForm } from './say-form.tsx'

const TOKEN = /^#([A-Za-z0-9_-]{22})$/

type Page = 'write' | 'look' | 'published'

/** P-5, `/say`: write without a name if you like, and read the answer with number and code, or with the page's own link. */
export function SayScreen(): ReactNode {
  const say = useText()
  const [token] = useState(() => TOKEN.exec(location.hash)?.[1] ?? null)
  const [page, setPage] = useState<Page>(token === null ? 'write' : 'look')
  const [said, setSaid] = useState<Said | null>(null)
  return (
    <PhoneFrame screen="P-5" state={said === null ? 'normal' : 'success'}>
      <h1>{say('p5.title')}</h1>
      {said !== null ? (
        <Received said={said} />
      ) : (
        <>
          <div className="say-doors" role="group" aria-label={say('p5.title')}>
            <button type="button" aria-pressed={page === 'write'} onClick={() => setPage('write')}>
              {say('p5.write')}
            </button>
            <button type="button" aria-pressed={page === 'look'} onClick={() => setPage('look')}>
              {say('p5.look')}
            </button>
            <button type="button" aria-pressed={page === 'published'} onClick={() => setPage('published')}>
              {say('p5.published')}
            </button>
          </div>
          {page === 'write' && <SayForm onSaid={setSaid} />}
          {page === 'look' && <AnswerPart token={token} />}
          {page === 'published' && <PublishedPart />}
        </>
      )}
    </PhoneFrame>
  )
}

// The code is told once: it stands large, and the address of the page becomes its link.
function Received({ said }: { readonly said: Said }): ReactNode {
  const say = useText()
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  return (
    <section>
      <p role="status" className="line">
        ✓ {say('p5.said')}
      </p>
      <p data-testid="say.number">{say('p5.number', { n: said.number })}</p>
      <p className="line" data-testid="say.code">
        {say('p5.code', { n: said.queryCode })}
      </p>
      <p>{say('p5.keep')}</p>
      {said.dueOn !== null && <p>{say('p5.due', { d: dayWords(said.dueOn as PlainDate, language) })}</p>}
      <p>
        <a className="say-link" href={`/say#${said.token}`} target="_blank" rel="noreferrer">
          {say('p5.link')}
        </a>
      </p>
    </section>
  )
}
