import type { Guide } from '@counter/shared/contract/public/guide'
import type { ReactNode } from 'react'
import { type Say, useText } from '../../text/text.ts'

/** Name, one plain line, tags, and the three facts most people come for. */
export function GuideHead({ guide }: { readonly guide: Guide }): ReactNode {
  const say = useText()
  return (
    <>
      <header>
        <h1>{guide.name}</h1>
        <p>{guide.summary || say('guide.plain', { unit: guide.unitName, result: guide.resultName })}</p>
        <ul className="tags">
          {tags(guide, say).map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      </header>
      <section>
        <h2>{say('guide.brief')}</h2>
        <dl className="brief">
          <div>
            <dt>{say('guide.howLong')}</dt>
            <dd>{howLong(guide, say)}</dd>
          </div>
          <div>
            <dt>{say('guide.howMuch')}</dt>
            <dd>{guide.feeText}</dd>
          </div>
          <div>
            <dt>{say('guide.where')}</dt>
            <dd>{guide.place}</dd>
          </div>
        </dl>
      </section>
    </>
  )
}

function tags(guide: Guide, say: Say): readonly string[] {
  return [
    say(guide.caseType === 'immediate' ? 'guide.immediate' : 'guide.deadline'),
    say('guide.visits', { n: guide.visits }),
    guide.feeText,
    ...(guide.villageAgency ? [say('guide.village')] : []),
    ...(guide.booking ? [say('guide.booking')] : []),
    ...(guide.courier ? [say('guide.courier')] : []),
    ...(guide.inPersonRequired ? [say('guide.inPerson')] : []),
  ]
}

function howLong({ caseType, committed, statutory }: Guide, say: Say): string {
  if (caseType === 'immediate' || committed === null) return say('guide.onSpot')
  if (statutory === null) return say('guide.promise', { t: committed.text })
  return say('guide.promiseStatutory', { t: committed.text, s: statutory.text })
}
