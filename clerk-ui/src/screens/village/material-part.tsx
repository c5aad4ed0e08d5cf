import type { GuideMaterial } from '@counter/shared/contract/public/guide'
import type { MaterialState } from '@counter/shared/vocabulary/case'
import type { ReactNode } from 'react'
import { useVillageWords } from '../../text/village-words.ts'
import type { Draft, MaterialDraft } from './draft.ts'
import { MOST_PHOTOS, withAllMaterials, withMaterial, withoutLastPhoto, withPhoto } from './draft.ts'
import { withoutPaperHere, withPaperCount, withPaperHere } from './draft-papers.ts'
import { PaperTicks } from './paper-ticks.tsx'
import { PaperButtons } from './photo-button.tsx'

export interface MaterialPartProps {
  readonly draft: Draft
  readonly change: (step: (draft: Draft) => Draft) => void
}

/** 4 材料: each with its mark, its photos and the paper that stays here; and whether all of it is urgent (V17, V21). */
export function MaterialPart({ draft, change }: MaterialPartProps): ReactNode {
  const words = useVillageWords()
  const { item, materials } = draft
  if (item === null) return null
  return (
    <section className="v-part" aria-labelledby="v-materials">
      <h2 id="v-materials">{words('village.new.materials')}</h2>
      {materials.length === 0 ? (
        <p>{words('village.new.noMaterials')}</p>
      ) : (
        <p className="v-hint">{words('village.new.takenHint')}</p>
      )}
      <ul className="v-rows">
        {materials.map((row) => {
          const material = item.materials.find(({ name }) => name === row.name)
          return material && <MaterialRow key={row.name} {...{ draft, change, row, material }} />
        })}
      </ul>
      {materials.length > 1 ? (
        <button type="button" className="v-second" onClick={() => change(withAllMaterials)}>
          {words('village.new.allThere')}
        </button>
      ) : null}
      <label className="v-tick v-wide">
        <input
          type="checkbox"
          checked={draft.isUrgent}
          onChange={({ target }) => change((before) => ({ ...before, isUrgent: target.checked }))}
        />
        {words('village.new.urgent')}
      </label>
    </section>
  )
}

interface MaterialRowProps extends MaterialPartProps {
  readonly row: MaterialDraft
  readonly material: GuideMaterial
}

function MaterialRow({ draft, change, row, material }: MaterialRowProps): ReactNode {
  const words = useVillageWords()
  const { name } = row
  const count = draft.photos.filter(({ role }) => role === name).length
  return (
    <li data-testid="intake.material" data-state={row.state}>
      <p className="v-material">
        {name}
        {material.required ? <span className="v-mark">{words('village.new.required')}</span> : null}
      </p>
      <div className="v-row">
        <select
          aria-label={name}
          value={row.state}
          onChange={(event) =>
            change((before) => withMaterial(before, name, { state: event.target.value as MaterialState }))
          }
        >
          {statesOf(material).map((state) => (
            <option key={state} value={state}>
              {words(`village.state.${state}`)}
            </option>
          ))}
        </select>
        <PaperButtons
          paper={name}
          isOriginal={draft.item?.keepOriginal}
          isFull={draft.photos.length >= MOST_PHOTOS}
          onPhoto={(photo) => change((before) => withPhoto(before, { ...photo, role: name }))}
        />
        {count === 0 ? null : <span>{words('village.new.photos', { n: count })}</span>}
        {count === 0 ? null : (
          <button
            type="button"
            className="v-small"
            aria-label={words('village.new.removePhoto', { name })}
            onClick={() => change((before) => withoutLastPhoto(before, name))}
          >
            {words('village.new.removeShort')}
          </button>
        )}
      </div>
      <PaperTicks
        name={name}
        papers={draft.papers}
        onTick={(form, isTaken) =>
          change((before) =>
            isTaken ? withPaperHere(before, material, form) : withoutPaperHere(before, name, form),
          )
        }
        onCount={(paper) => change((before) => withPaperCount(before, paper))}
      />
      {row.state !== 'deferred' ? null : (
        <label className="v-field">
          {words('village.new.promisedOn')}
          <input
            type="date"
            value={row.promisedOn}
            onChange={(event) =>
              change((before) => withMaterial(before, name, { promisedOn: event.target.value }))
            }
          />
        </label>
      )}
    </li>
  )
}

// 容缺 only where the item allows it; what the resident must bring is always needed (C205).
function statesOf({ deferrable, source }: GuideMaterial): readonly MaterialState[] {
  return [
    'missing',
    'received',
    ...(deferrable ? (['deferred'] as const) : []),
    ...(source === 'applicant' ? [] : (['not_needed'] as const)),
  ]
}
