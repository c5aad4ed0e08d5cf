import type { Guide, GuideMaterial } from '@counter/shared/contract/public/guide'
import type { ReactNode } from 'react'
import { type Say, useText } from '../../text/text.ts'
import { GuideSample, type SamplePlace } from './guide-sample.tsx'

/** 要带的材料: what, how many, and whether it may be missing. */
export function GuideMaterials({
  materials,
  place,
}: Pick<Guide, 'materials'> & { readonly place: SamplePlace }): ReactNode {
  const say = useText()
  if (materials.length === 0) return <p>{say('guide.noMaterials')}</p>
  return (
    <ul className="materials">
      {materials.map((material) => (
        <li key={material.name}>
          <strong>{material.name}</strong>
          <span>{materialFacts(material, say).join(' · ')}</span>
          <GuideSample {...place} sample={material.sample} words="guide.sample" name={material.name} />
        </li>
      ))}
    </ul>
  )
}

function materialFacts(material: GuideMaterial, say: Say): readonly string[] {
  return [
    say(material.required ? 'guide.required' : 'guide.ifNeeded'),
    ...(material.original > 0 ? [say('guide.original', { n: material.original })] : []),
    ...(material.copies > 0 ? [say('guide.copies', { n: material.copies })] : []),
    ...(material.deferrable ? [say('guide.deferrable')] : []),
    say(`guide.from.${material.source}`),
    ...(material.note === null ? [] : [material.note]),
  ]
}
