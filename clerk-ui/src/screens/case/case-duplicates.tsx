import type { CaseDetail } from '@counter/shared/contract/cases'
import type { AlikeCase } from '@counter/shared/contract/duplicates'
import { CASE_WORDS } from '@counter/shared/text/status-words'
import { dayWords, instantWords } from '@counter/shared/vocabulary/date-words'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { useState } from 'react'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { JudgeAct, MergeAct, UnmergeAct } from './duplicate-acts.tsx'

/** 可能重复: the same matter of the same person elsewhere, what was merged and what is linked (C445). */
export function CaseDuplicates({ detail }: { readonly detail: CaseDetail }) {
  const t = useWords()
  const { open, linked, mergedInto, absorbed } = detail.duplicates
  if (open.length + linked.length + absorbed.length === 0 && mergedInto === null) return null
  return (
    <section className="card" aria-labelledby="case-duplicates" data-testid="case.duplicates">
      <h2 id="case-duplicates">{t('duplicate.title')}</h2>
      {mergedInto !== null && <MergedInto other={mergedInto} detail={detail} />}
      <ul className="materials">
        {open.map((other) => (
          <Open key={other.id ?? other.receivedAt} other={other} detail={detail} />
        ))}
        {absorbed.map((other) => (
          <Absorbed key={other.id ?? other.receivedAt} other={other} />
        ))}
        {linked.map((other) => (
          <li key={other.id ?? other.receivedAt}>
            <strong>{t('duplicate.linked')}</strong> <Other other={other} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where another case came in, when, and how it stands; its number only for whoever may open it (V74). */
function Other({ other }: { readonly other: AlikeCase }) {
  const t = useWords()
  const language = useDayLanguage()
  const source =
    other.channel === 'village'
      ? t('channel.village', { village: other.villageName ?? '' })
      : t('channel.window')
  const place = { day: dayWords(civilDate(other.receivedAt), language), source }
  return (
    <>
      {other.id === null ? t('duplicate.elsewhere') : <a href={`/cases/${other.id}`}>{other.number}</a>}{' '}
      <span className="small">
        {t('duplicate.place', place)} · {CASE_WORDS[other.status][language]}
      </span>
    </>
  )
}

type OpenPair = CaseDetail['duplicates']['open'][number]
type Doing = 'merge' | 'distinct' | 'linked'

function Open({ other, detail }: { readonly other: OpenPair; readonly detail: CaseDetail }) {
  const t = useWords()
  const [doing, setDoing] = useState<Doing | null>(null)
  const offered: readonly Doing[] = [
    ...(other.mayMerge ? (['merge'] as const) : []),
    ...(other.mayJudge ? (['distinct', 'linked'] as const) : []),
  ]
  const close = () => setDoing(null)
  return (
    <li>
      <strong>▲ {t('duplicate.open')}</strong> <Other other={other} />
      {offered.length > 0 && (
        <div className="act-buttons">
          {offered.map((each) => (
            <button
              key={each}
              type="button"
              aria-expanded={doing === each}
              onClick={() => setDoing(doing === each ? null : each)}
            >
              {t(`duplicate.${each}`)}
            </button>
          ))}
        </div>
      )}
      {doing === 'merge' && <MergeAct other={other} detail={detail} onClose={close} />}
      {(doing === 'distinct' || doing === 'linked') && (
        <JudgeAct verdict={doing} other={other} detail={detail} onClose={close} />
      )}
    </li>
  )
}

function Absorbed({ other }: { readonly other: CaseDetail['duplicates']['absorbed'][number] }) {
  const t = useWords()
  const language = useDayLanguage()
  return (
    <li>
      <strong>{t('duplicate.absorbed')}</strong> <Other other={other} />
      {other.materials.length > 0 && (
        <p className="event-text">
          {other.materials.map(({ name, state }) => `${name} ${t(`material.${state}`)}`).join('；')}
        </p>
      )}
      {other.notes.map(({ at, by, text }) => (
        <p key={at + text} className="event-text">
          {text} <span className="small">{`${instantWords(at, language)} · ${by}`}</span>
        </p>
      ))}
    </li>
  )
}

function MergedInto({ other, detail }: { readonly other: AlikeCase; readonly detail: CaseDetail }) {
  const t = useWords()
  const [isUndoing, setUndoing] = useState(false)
  return (
    <>
      <p>
        <strong>{t('duplicate.mergedInto')}</strong> <Other other={other} />
      </p>
      {detail.duplicates.mayUnmerge && (
        <div className="act-buttons">
          <button type="button" aria-expanded={isUndoing} onClick={() => setUndoing(!isUndoing)}>
            {t('duplicate.unmerge')}
          </button>
        </div>
      )}
      {isUndoing && <UnmergeAct detail={detail} onClose={() => setUndoing(false)} />}
    </>
  )
}
