import type { Guide } from '@counter/shared/contract/public/guide'
import type { ReactNode } from 'react'
import { type Say, useText } from '../../text/text.ts'

interface Step {
  readonly name: string
  readonly who: string
  readonly howLong: string
  readonly isExcluded: boolean
}

/**
 * 申请 → 受理 → 审核 → 决定 → 送达, drawn as a way of boxes and read as an ordered list: who does each step, how long it takes,
 * and which days do not count (C109).
 */
export function GuideSteps({ guide }: { readonly guide: Guide }): ReactNode {
  const say = useText()
  return (
    <ol className="steps">
      {stepsOf(guide, say).map(({ name, who, howLong, isExcluded }) => (
        <li key={name} data-excluded={isExcluded}>
          <strong>{name}</strong>
          <span>{[who, howLong].filter((part) => part !== '').join(' · ')}</span>
          {isExcluded && <span className="uncounted">{say('guide.notCounted')}</span>}
        </li>
      ))}
    </ol>
  )
}

/** The way that every case goes, with the item's own steps before the decision; one of the same name takes its place. */
function stepsOf(guide: Guide, say: Say): readonly Step[] {
  const unit = guide.unitName
  const decides = guide.townshipRole === 'decide' ? 'guide.step.decideWho' : 'guide.step.reportWho'
  const step = (name: string, who: string, howLong = ''): Step =>
    ownOf(guide, name) ?? { name, who, howLong, isExcluded: false }
  const before = [
    step(say('guide.step.apply'), say('guide.step.applyWho')),
    step(say('guide.step.accept'), say('guide.step.acceptWho')),
    step(say('guide.step.review'), say('guide.step.reviewWho', { unit })),
  ]
  const after = [
    step(say('guide.step.decide'), say(decides, { unit }), guide.committed?.text),
    step(say('guide.step.deliver'), say('guide.step.deliverWho')),
  ]
  const usual = new Set([...before, ...after].map(({ name }) => name))
  const special = guide.steps.filter(({ name }) => !usual.has(name)).map((own) => withUnit(own, unit))
  return [...before, ...special, ...after]
}

function ownOf({ steps, unitName }: Guide, name: string): Step | undefined {
  const own = steps.find((each) => each.name === name)
  return own && withUnit(own, unitName)
}

function withUnit(step: Step, unit: string): Step {
  return { ...step, who: step.who || unit }
}
