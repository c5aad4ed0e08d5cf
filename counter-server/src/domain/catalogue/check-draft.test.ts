import type { UnitCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { problemsOf, requirePublishable } from './check-draft.ts'
import { draftFrom, emptyDraft, publishedForm, stepByName, withPledgeVersion } from './draft-content.ts'
import { changedParts } from './draft-differences.ts'
import { CHECKS, PAPER, WHOLE, withContent } from './draft-fixture.ts'
import type { ItemDraft } from './item-content.ts'

function refusalOf(draft: ItemDraft, checks = CHECKS) {
  try {
    requirePublishable(draft, checks)
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { code: error.code, ...error.params }
  }
}

describe('what publishing asks for', () => {
  test('[C102] a whole item has no gap, and an empty one names all of them at once', () => {
    expect(problemsOf(WHOLE, CHECKS)).toEqual([])
    expect(refusalOf(WHOLE)).toBeNull()
    const silent = { place: '', hours: '', consultPhone: '', supervisionPhone: '' }
    expect(
      refusalOf(emptyDraft('MZ' as UnitCode, '2026-07-01' as PlainDate), { ...CHECKS, centre: silent }),
    ).toEqual({
      code: 'item.incomplete',
      gaps: 'name,committed,fee,place,materials,conditions,basis,statutory,result,hours,phones',
    })
  })

  test.each([
    ['name', { ...WHOLE, name: '  ' }],
    ['conditions', withContent({ conditions: [' '] })],
    ['basis', withContent({ legalBasis: [] })],
    ['result', withContent({ resultName: '' })],
    ['materials', withContent({ materials: [] })],
    ['statutory', withContent({ statutoryLimit: null })],
    ['fee', withContent({ fee: { amountFen: 500, basis: '', text: '5元' } })],
    ['committed', withContent({ committedLimit: { value: 0, unit: 'workday', text: '', reason: '' } })],
  ])('[C102] names %s when it alone is missing', (gaps, draft) => {
    expect(refusalOf(draft)).toEqual({ code: 'item.incomplete', gaps })
  })

  test('[C102] "nothing to bring" and "no limit by law" are answers; a fee with its rule is one too', () => {
    expect(refusalOf(withContent({ materials: [], withoutMaterials: true }))).toBeNull()
    expect(refusalOf(withContent({ statutoryLimit: null, withoutStatutory: true }))).toBeNull()
    expect(
      refusalOf(withContent({ fee: { amountFen: 500, basis: '皖价费〔2010〕1号', text: '5元' } })),
    ).toBeNull()
  })

  test.each(['其他材料', '相关材料', '有关材料', ' 其他材料 ', '身份证、户口簿等材料'])(
    '[C103] %s does not say what to bring',
    (name) => {
      const draft = withContent({ materials: [PAPER, { ...PAPER, name }] })
      expect(refusalOf(draft)).toEqual({ code: 'item.vague_material', name })
    },
  )

  test.each(['其他材料清单', '收入证明', '等级证书'])('[C103] %s does', (name) => {
    expect(refusalOf(withContent({ materials: [{ ...PAPER, name }] }))).toBeNull()
  })

  test('[C103] a material stands once, because a case marks it by its name', () => {
    expect(refusalOf(withContent({ materials: [PAPER, { ...PAPER, original: 2 }] }))).toEqual({
      code: 'item.material_twice',
      name: '居民身份证',
    })
  })

  test('[C104] a promise over the law and a long one without a reason are refused', () => {
    const long = { value: 21, unit: 'workday', text: '', reason: '' } as const
    expect(refusalOf(withContent({ committedLimit: long }))).toEqual({ code: 'item.limit_over_statutory' })
    const none = { statutoryLimit: null, withoutStatutory: true }
    expect(refusalOf(withContent({ ...none, committedLimit: long }))).toEqual({
      code: 'item.limit_reason_missing',
    })
    expect(refusalOf(withContent({ ...none, committedLimit: { ...long, reason: '要公示两次' } }))).toBeNull()
  })

  test('[C105] an immediate item with a pause is refused', () => {
    const onSpot = withContent(
      { committedLimit: { value: 0, unit: 'workday', text: '', reason: '' }, pauseReasons: ['hearing'] },
      { ...WHOLE, caseType: 'immediate' },
    )
    expect(refusalOf(onSpot)).toEqual({ code: 'item.immediate_limits' })
    expect(refusalOf(withContent({ pauseReasons: [] }, onSpot))).toBeNull()
  })

  test('[C107] a limit still to be confirmed blocks only where the centre says so', () => {
    const open = withContent({ verify: true })
    expect(refusalOf(open)).toBeNull()
    expect(refusalOf(open, { ...CHECKS, isVerifyBlocking: true })).toEqual({ code: 'item.unverified' })
  })

  test('[C101] a version comes into force today at the earliest', () => {
    expect(refusalOf({ ...WHOLE, effectiveFrom: CHECKS.earliest })).toBeNull()
    expect(refusalOf({ ...WHOLE, effectiveFrom: '2026-06-11' as PlainDate })).toEqual({
      code: 'item.effective_too_early',
      d: '2026-06-12',
    })
  })
})

describe('a draft and the version it comes from', () => {
  const present = publishedForm(WHOLE)

  test('[C101] words that only repeat the number are made anew from it', () => {
    expect(present.content.committedLimit.text).toBe('10个工作日')
    const next = draftFrom(present, '2026-08-01' as PlainDate)
    const shorter = withContent({ committedLimit: { ...next.content.committedLimit, value: 5 } }, next)
    expect(publishedForm(shorter).content.committedLimit.text).toBe('5个工作日')
    const own = withContent({ committedLimit: { value: 10, unit: 'workday', text: '十天左右', reason: '' } })
    expect(draftFrom(own, '2026-08-01' as PlainDate).content.committedLimit.text).toBe('十天左右')
  })

  test('[C101] a comparison names the parts that change and no others', () => {
    const next = draftFrom(present, '2026-08-01' as PlainDate)
    expect(changedParts(publishedForm(next), present)).toEqual([])
    const changed = withContent({ resultName: '告知书', materials: [{ ...PAPER, copies: 2 }] }, next)
    expect(changedParts(publishedForm(changed), present)).toEqual(['materials', 'result'])
  })

  test('[C206] another text of the written promise is its next version', () => {
    const with1 = withContent({ pledge: { version: 1, text: '本人承诺', checkWithin: 5 } })
    expect(withPledgeVersion(with1, undefined).content.pledge?.version).toBe(1)
    expect(withPledgeVersion(with1, with1).content.pledge?.version).toBe(1)
    const other = withContent({ pledge: { version: 1, text: '本人郑重承诺', checkWithin: 5 } })
    expect(withPledgeVersion(other, with1).content.pledge?.version).toBe(2)
  })

  test('[C109] a step that is a reason to pause, or says so, is marked', () => {
    expect(stepByName('检疫', ['quarantine']).isExcluded).toBe(true)
    expect(stepByName('检疫', []).isExcluded).toBe(false)
    expect(stepByName('征求第三方或其他机关意见（不计时）', []).isExcluded).toBe(true)
  })
})
