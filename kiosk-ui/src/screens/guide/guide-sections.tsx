import type { Guide } from '@counter/shared/contract/public/guide'
import { PAUSE_WORDS } from '@counter/shared/vocabulary/due-words'
import type { ReactNode } from 'react'
import { useLanguage, useText } from '../../text/text.ts'
import { GuideHead } from './guide-head.tsx'
import { GuideMaterials } from './guide-materials.tsx'
import { GuidePoints } from './guide-points.tsx'
import { GuideSample } from './guide-sample.tsx'
import { GuideSteps } from './guide-steps.tsx'
import '../../styles/guide.css'

interface GuideSectionsProps {
  readonly guide: Guide
  /** Whether a file may be opened here; on a kiosk none is. */
  readonly mayOpen?: boolean
}

/** K-7 and P-4: one item, its sections in the order of the printed guide (S10). */
export function GuideSections({ guide, mayOpen = false }: GuideSectionsProps): ReactNode {
  const say = useText()
  const place = { code: guide.code, mayOpen }
  return (
    <article className="guide">
      <GuideHead guide={guide} />
      <Part title={say('guide.materials')}>
        <GuideMaterials materials={guide.materials} place={place} />
      </Part>
      <Part title={say('guide.who')}>
        {guide.conditions.length === 0 ? <p>{say('guide.anyone')}</p> : <List lines={guide.conditions} />}
      </Part>
      <Part title={say('guide.how')}>
        <GuideSteps guide={guide} />
      </Part>
      <details>
        <summary>
          <h2>{say('guide.basis')}</h2>
        </summary>
        <List lines={guide.legalBasis} />
      </details>
      <Part title={say('guide.limits')}>
        <Limits guide={guide} />
      </Part>
      <Part title={say('guide.fee')}>
        <p>{guide.feeText}</p>
      </Part>
      <Part title={say('guide.result')}>
        <p>{guide.resultName}</p>
        <GuideSample
          {...place}
          sample={guide.resultSample}
          words="guide.resultSample"
          name={guide.resultName}
        />
        <Delivery ways={guide.delivery} />
        {guide.deliveryWorkdays !== undefined && (
          <p>{say('guide.deliveryDays', { n: guide.deliveryWorkdays })}</p>
        )}
      </Part>
      <Part title={say('guide.place')}>
        <List
          lines={[
            guide.place,
            say('guide.hours', { t: guide.hours }),
            say('guide.consult', { t: guide.consultPhone }),
          ]}
        />
        {guide.villageAgency && <GuidePoints isKiosk={!mayOpen} />}
      </Part>
      <Part title={say('guide.supervision')}>
        <p>{say('guide.supervisionPhone', { t: guide.supervisionPhone })}</p>
      </Part>
      {guide.faq.length > 0 && (
        <Part title={say('guide.faq')}>
          <dl>
            {guide.faq.map(({ question, answer }) => (
              <div key={question}>
                <dt>
                  <strong>{question}</strong>
                </dt>
                <dd>{answer}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      <p className="guide-version">
        {say('guide.version', { d: guide.effectiveFrom, n: guide.version, unit: guide.unitName })}
      </p>
    </article>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function List({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function Limits({ guide }: { readonly guide: Guide }): ReactNode {
  const say = useText()
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const { committed, statutory, pauseReasons, publicNotice } = guide
  const pauses = pauseReasons.map((reason) => pauseWord(reason, language)).join(say('wait.comma'))
  return (
    <List
      lines={[
        ...(committed === null ? [] : [say('guide.committed', { t: committed.text })]),
        ...(statutory === null ? [] : [say('guide.statutory', { t: statutory.text })]),
        ...(pauses === '' ? [] : [say('guide.pauses', { list: pauses })]),
        ...(publicNotice === null ? [] : [noticeWords(publicNotice, say)]),
      ]}
    />
  )
}

function noticeWords(notice: NonNullable<Guide['publicNotice']>, say: ReturnType<typeof useText>): string {
  const n = say(notice.unit === 'day' ? 'guide.days' : 'guide.workdays', { n: notice.days })
  return say(notice.isExcluded ? 'guide.noticeExcluded' : 'guide.notice', { n, where: notice.where })
}

function pauseWord(reason: string, language: 'zh' | 'en'): string {
  return (
    new Map<string, Record<'zh' | 'en', string>>(Object.entries(PAUSE_WORDS)).get(reason)?.[language] ??
    reason
  )
}

function Delivery({ ways }: { readonly ways: readonly string[] }): ReactNode {
  const say = useText()
  const words = ways.map((way) =>
    way === 'collect' || way === 'post' || way === 'agent' ? say(`guide.delivery.${way}`) : way,
  )
  return words.length === 0 ? null : <p>{say('guide.delivery', { list: words.join(say('wait.comma')) })}</p>
}
