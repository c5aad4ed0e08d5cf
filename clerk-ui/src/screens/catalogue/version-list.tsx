import type { CatalogueItem } from '@counter/shared/contract/catalogue'
import { fullDateWords, instantWords } from '@counter/shared/vocabulary/date-words'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { ItemFacts } from './item-facts.tsx'

/** Every version that was ever shown, newest first, each to be read whole (C101). */
export function VersionList({ item }: { readonly item: CatalogueItem }) {
  const words = useWords()
  const language = useDayLanguage()
  if (item.versions.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="a1-versions">
      <h2 id="a1-versions">{words('a1.versions')}</h2>
      {item.stops.map(({ version, stoppedOn, reason, stoppedBy }) => (
        <p key={version} className="strip">
          ■{' '}
          {words('a1.stopLine', {
            n: version,
            d: fullDateWords(stoppedOn, language),
            reason,
            name: stoppedBy,
          })}
        </p>
      ))}
      <ol className="rows">
        {item.versions.map(({ version, isInForce, publishedBy, publishedAt, item: content }) => (
          <li key={version} className="stack" data-version={version}>
            <p className="line">
              <strong>{words('a1.version', { n: version })}</strong>
              <span>{words('a1.from', { d: fullDateWords(content.effectiveFrom, language) })}</span>
              {isInForce && <span className="tag">{words('a1.inForce')}</span>}
              {content.content.verify && <span className="tag tag-warn">{words('a1.verify')}</span>}
              <span className="quiet">
                {publishedAt === null
                  ? words('a1.ofFile')
                  : words('a1.published', {
                      name: publishedBy ?? '',
                      t: instantWords(publishedAt, language),
                    })}
              </span>
            </p>
            <details>
              <summary>{words('a1.look')}</summary>
              <ItemFacts item={content} units={item.units} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Drafts that came to an end: what was published, and what was laid aside and why (U40). */
export function OldDrafts({ item }: { readonly item: CatalogueItem }) {
  const words = useWords()
  const language = useDayLanguage()
  const ended = item.drafts.filter(({ state }) => state === 'published' || state === 'dropped')
  if (ended.length === 0) return null
  return (
    <details className="card">
      <summary>{words('a1.oldDrafts')}</summary>
      <ul className="rows">
        {ended.map(({ id, state, authors, savedAt, settledBy, note }) => (
          <li key={id}>
            {words('a1.by', { names: authors.join('、'), t: instantWords(savedAt, language) })} ·{' '}
            {state === 'dropped'
              ? words('a1.dropped', { name: settledBy ?? '', note })
              : words('a1.state.published')}
          </li>
        ))}
      </ul>
    </details>
  )
}
