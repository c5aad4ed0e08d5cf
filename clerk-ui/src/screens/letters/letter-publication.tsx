import type { LetterDetail } from '@counter/shared/contract/letters'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

/** What everybody may read of the answer, or would once somebody else has published it (C1303). */
export function LetterPublication({ letter: { publication } }: { readonly letter: LetterDetail }) {
  const t = useWords()
  const language = useDayLanguage()
  if (publication === null) return null
  const { question, answer, by, publishedAt } = publication
  return (
    <section className="card" aria-labelledby="letter-publication" data-testid="letter.publication">
      <h2 id="letter-publication">{t('letter.publication')}</h2>
      <p>
        <strong>
          {publishedAt === null
            ? `▲ ${t('letter.notPublic')}`
            : `✓ ${t('letter.public', { at: instantWords(publishedAt, language) })}`}
        </strong>{' '}
        <span className="small">{t('letter.publicBy', { by })}</span>
      </p>
      <h3>{t('letterField.publicQuestion')}</h3>
      <p className="letter-words">{question}</p>
      <h3>{t('letterField.publicAnswer')}</h3>
      <p className="letter-words">{answer}</p>
    </section>
  )
}
