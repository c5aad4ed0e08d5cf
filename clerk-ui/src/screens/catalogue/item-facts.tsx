import type { CatalogueItem } from '@counter/shared/contract/catalogue'
import type { ItemDraft } from '@counter/shared/contract/item-draft'
import { ITEM_PARTS, type ItemPart } from '@counter/shared/vocabulary/item'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { usePartName } from './item-fields.tsx'
import { partLines } from './part-words.ts'
import { DraftSample } from './sample-field.tsx'

interface ItemFactsProps {
  readonly item: ItemDraft
  readonly units: CatalogueItem['units']
}

/** Everything that a version says, part by part; what it does not say is left out. */
export function ItemFacts({ item, units }: ItemFactsProps) {
  const linesOf = useLinesOf(units)
  const name = usePartName()
  return (
    <dl className="item-facts">
      {ITEM_PARTS.map((part) => ({ part, lines: linesOf(part, item) }))
        .filter(({ lines }) => lines.length > 0)
        .map(({ part, lines }) => (
          <div key={part} data-part={part}>
            <dt>{name(part)}</dt>
            <dd>
              <Lines lines={lines} />
              <Samples part={part} item={item} />
            </dd>
          </div>
        ))}
    </dl>
  )
}

// Who reviews a version looks at the pictures that it will show.
function Samples({ part, item: { content } }: Pick<ItemFactsProps, 'item'> & { readonly part: ItemPart }) {
  const shown =
    part === 'materials'
      ? content.materials
      : part === 'result'
        ? [{ name: content.resultName, sample: content.resultSample }]
        : []
  if (!shown.some(({ sample }) => sample !== null)) return null
  return (
    <div className="line">
      {shown.map(
        ({ name, sample }) => sample !== null && <DraftSample key={name} sample={sample} name={name} />,
      )}
    </div>
  )
}

interface ComparisonProps extends ItemFactsProps {
  readonly present: ItemDraft
  readonly changed: readonly ItemPart[]
}

/** What a draft makes other than it is now, side by side. */
export function Comparison({ item, present, changed, units }: ComparisonProps) {
  const words = useWords()
  const name = usePartName()
  const linesOf = useLinesOf(units)
  if (changed.length === 0) return <p>{words('a1.same')}</p>
  return (
    <section className="scroller" tabIndex={0} aria-label={words('a1.compare')}>
      <table className="item-compare">
        <caption className="visually-hidden">{words('a1.compare')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('a1.part')}</th>
            <th scope="col">{words('a1.now')}</th>
            <th scope="col">{words('a1.then')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map((part) => (
            <tr key={part} data-part={part}>
              <th scope="row">{name(part)}</th>
              <td>
                <Lines lines={linesOf(part, present)} />
              </td>
              <td>
                <Lines lines={linesOf(part, item)} />
                <Samples part={part} item={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function useLinesOf(units: ItemFactsProps['units']) {
  const words = useWords()
  const language = useDayLanguage()
  return (part: ItemPart, item: ItemDraft) => partLines(part, item, { words, language, units })
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const words = useWords()
  const [only] = lines
  if (only === undefined) return <span className="quiet">{words('a1.nothing')}</span>
  if (lines.length === 1) return <>{only}</>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
