import type { Guide } from '@counter/shared/contract/public/guide'
import type { ReactNode } from 'react'
import { type Say, useText } from '../../text/text.ts'

interface Step {
  readonly name: string
  readonly who: string
}

/** 申请 → 受理 → 审核 → 决定 → 送达 as an ordered list; special steps say that they are not counted. */
export function GuideSteps({ guide }: { readonly guide: Guide }): ReactNode {
  const say = useText()
  return (
    <ol className="steps">
      {stepsOf(guide, say).map(({ name, who }) => (
        <li key={name}>
          <strong>{name}</strong>
          <span>{who}</span>
        </li>
      ))}
    </ol>
  )
}

function stepsOf(guide: Guide, say: Say): readonly Step[] {
  const unit = guide.unitName
  const special = guide.steps.map(({ name, isExcluded }) => ({
    name,
    who: isExcluded ? say('guide.notCounted') : unit,
  }))
  const decides = guide.townshipRole === 'decide' ? 'guide.step.decideWho' : 'guide.step.reportWho'
  return [
    { name: say('guide.step.apply'), who: say('guide.step.applyWho') },
    { name: say('guide.step.accept'), who: say('guide.step.acceptWho') },
    { name: say('guide.step.review'), who: say('guide.step.reviewWho', { unit }) },
    ...special,
    { name: say('guide.step.decide'), who: say(decides, { unit }) },
    { name: say('guide.step.deliver'), who: say('guide.step.deliverWho') },
  ]
}
