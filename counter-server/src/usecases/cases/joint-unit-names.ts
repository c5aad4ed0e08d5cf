import { findUnits } from '../../store/township.ts'
import type { CaseScene } from './case-scene.ts'
import type { PointLine } from './paper-facts.ts'

/** The units that have their part in such a case beside the one that has it, by name, as residents are told (C207). */
export function jointUnitNames({ tx, context }: Pick<CaseScene, 'tx' | 'context'>): readonly string[] {
  const { jointUnits } = context.item
  const { unit: own, recused } = context.state
  const isAsked = (unit: (typeof jointUnits)[number]) =>
    jointUnits.includes(unit) && unit !== own && !recused.units.includes(unit)
  return jointUnits.length === 0
    ? []
    : findUnits(tx).flatMap(({ code, name }) => (isAsked(code) ? [name] : []))
}

/** What the notice of acceptance says of them. */
export function jointPoints(scene: Pick<CaseScene, 'tx' | 'context'>): readonly PointLine[] {
  const names = jointUnitNames(scene)
  return names.length === 0 ? [] : [{ point: 'joint', text: names.join('、') }]
}
