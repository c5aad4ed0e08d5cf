import type { ReactNode } from 'react'
import { Press } from '../../components/press.tsx'
import { useGuideList } from '../../state/guides.ts'
import { tell } from '../../state/kiosk-store.ts'
import { useText } from '../../text/text.ts'
import { CopyMark } from '../guide/copy-mark.tsx'
import { KioskFrame } from './kiosk-frame.tsx'

/** K-6: the units, then the unit's items. */
export function GuidesScreen({ unit }: { readonly unit: string | null }): ReactNode {
  const say = useText()
  const { copy, refused } = useGuideList()
  const back = () =>
    tell({ type: 'opened', place: unit === null ? { at: 'home' } : { at: 'guides', unit: null } })
  const list = copy?.value
  const name = list?.units.find((known) => known.unit === unit)?.name
  const state = list === undefined ? (refused === null ? 'loading' : 'error') : 'normal'
  return (
    <KioskFrame screen="K-6" state={state} bar={<Press onPress={back}>{say('act.back')}</Press>}>
      <h1>{name ?? say('guide.title')}</h1>
      {refused !== null && (
        <p className="warning" role="alert">
          {say('guide.failed')}
        </p>
      )}
      {list === undefined && refused === null && <p role="status">{say('guide.opening')}</p>}
      <CopyMark copy={copy} />
      {list !== undefined && unit === null && <UnitTiles units={list.units} />}
      {list !== undefined && unit !== null && (
        <ItemRows unit={unit} items={list.items.filter((item) => item.unit === unit)} />
      )}
    </KioskFrame>
  )
}

function UnitTiles({ units }: { readonly units: readonly { unit: string; name: string }[] }): ReactNode {
  const say = useText()
  return (
    <>
      <p>{say('guide.chooseUnit')}</p>
      <ul className="tiles">
        {units.map(({ unit, name }) => (
          <li key={unit}>
            <Press look="tile" onPress={() => tell({ type: 'opened', place: { at: 'guides', unit } })}>
              <strong>{name}</strong>
            </Press>
          </li>
        ))}
      </ul>
    </>
  )
}

interface ItemRowsProps {
  readonly unit: string
  readonly items: readonly { code: string; name: string; committedText: string }[]
}

function ItemRows({ unit, items }: ItemRowsProps): ReactNode {
  const say = useText()
  if (items.length === 0) return <p role="status">{say('guide.none')}</p>
  return (
    <ul className="rows">
      {items.map(({ code, name }) => (
        <li key={code}>
          <Press look="row" onPress={() => tell({ type: 'opened', place: { at: 'guide', code, unit } })}>
            {name}
          </Press>
        </li>
      ))}
    </ul>
  )
}
