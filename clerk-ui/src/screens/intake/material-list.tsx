import type { GuideMaterial } from '@counter/shared/contract/public/guide'
import { addDays, civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { Button } from 'antd'
import { PaperSample } from '../../components/paper-sample.tsx'
import { serverNow } from '../../state/live.ts'
import { useWords } from '../../text/words.ts'
import { type IntakeDraft, isOffice, type MaterialMark, markOf, nextState } from './intake-draft.ts'

/** 容缺 lasts at most 5 working days, which are never fewer than 5 days (C205). */
const USUAL_PROMISE_DAYS = 5

interface MaterialListProps {
  readonly draft: IntakeDraft
  readonly onMark: (marks: Readonly<Record<string, MaterialMark>>) => void
}

/** The list of the guide; Space on a line goes to its next state. */
export function MaterialList({ draft, onMark }: MaterialListProps) {
  const words = useWords()
  const materials = draft.guide?.materials ?? []
  if (materials.length === 0) return null
  const asked = materials.filter((material) => markOf(draft, material).state === 'missing')
  const receiveAll = () =>
    onMark({
      ...draft.marks,
      ...Object.fromEntries(
        asked.map(({ name }) => [name, { state: 'received', promisedOn: null } as const]),
      ),
    })
  return (
    <fieldset className="materials">
      <legend>{words('intake.materials')}</legend>
      <p className="hint" id="intake-materials-hint">
        {words('intake.materialsHint')}
      </p>
      <ul className="rows">
        {materials.map((material, place) => (
          <MaterialRow
            key={material.name}
            code={draft.guide?.code ?? ''}
            id={`intake-material-${place}`}
            material={material}
            mark={markOf(draft, material)}
            onMark={(mark) => onMark({ ...draft.marks, [material.name]: mark })}
          />
        ))}
      </ul>
      <Button size="small" onClick={receiveAll}>
        {words('intake.allReceived')}
      </Button>
    </fieldset>
  )
}

interface MaterialRowProps {
  readonly id: string
  readonly code: string
  readonly material: GuideMaterial
  readonly mark: MaterialMark
  readonly onMark: (mark: MaterialMark) => void
}

function MaterialRow({ id, code, material, mark, onMark }: MaterialRowProps) {
  const words = useWords()
  if (isOffice(material)) {
    return (
      <li className="row">
        {material.name} <span className="quiet">{words('intake.shared')}</span>
      </li>
    )
  }
  const step = () => {
    const state = nextState(mark.state, material)
    onMark({
      state,
      promisedOn: state === 'deferred' ? addDays(civilDate(serverNow()), USUAL_PROMISE_DAYS) : null,
    })
  }
  return (
    <li className="row">
      <button
        id={id}
        type="button"
        className="material"
        data-testid="intake.material"
        data-mark={mark.state}
        aria-describedby="intake-materials-hint"
        onClick={step}
      >
        <strong>{words(`intake.state.${mark.state}`)}</strong> {material.name}
        <span className="quiet">
          {' '}
          {words(material.required ? 'intake.required' : 'intake.optional')} ·{' '}
          {words('intake.originals', { n: material.original })} ·{' '}
          {words('intake.copies', { n: material.copies })}
        </span>
      </button>
      <PaperSample code={code} material={material} word={words('intake.sample')} />
      {mark.state === 'deferred' && (
        <input
          type="date"
          aria-label={words('intake.promisedOn', { name: material.name })}
          value={mark.promisedOn ?? ''}
          onChange={(event) =>
            onMark({
              state: 'deferred',
              promisedOn: event.target.value === '' ? null : (event.target.value as PlainDate),
            })
          }
        />
      )}
    </li>
  )
}
