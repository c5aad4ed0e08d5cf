import { Printers } from '@counter/shared/contract/paper'
import { Button } from 'antd'
import { useState } from 'react'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useReading } from '../../state/use-reading.ts'
import { useWords } from '../../text/words.ts'
import { PinForm } from './pin-form.tsx'
import { PrinterForm } from './printer-form.tsx'

type Place = Printers['items'][number]

/** Part of A-4: how the slips of each kiosk and desk come out, and the PIN of each kiosk's staff page. */
export function PrinterList() {
  const words = useWords()
  const { value, refused, reread: look } = useReading('/api/printers', Printers)
  const items = value?.items ?? null
  const [chosen, setChosen] = useState<string | null>(null)
  const place = items?.find((each) => keyOf(each) === chosen)
  return (
    <section className="card stack" data-testid="a4.printers">
      <h2>{words('printers.title')}</h2>
      <p className="quiet">{words('printers.how')}</p>
      <RefusalLine refused={refused} />
      {items === null && refused === null && <p role="status">{words('desk.paper.looking')}</p>}
      {items !== null && <PrinterTable items={items} onChoose={setChosen} />}
      {place !== undefined && (
        <div key={keyOf(place)} className="stack">
          <h3>{words('printers.of', { name: place.name })}</h3>
          <PrinterForm place={place} onSaved={look} />
          {'device' in place.place && <PinForm device={place.place.device} onSaved={look} />}
          <div>
            <Button onClick={() => setChosen(null)}>{words('printers.close')}</Button>
          </div>
        </div>
      )}
    </section>
  )
}

function keyOf({ place }: Place): string {
  return 'device' in place ? place.device : String(place.window)
}

interface PrinterTableProps {
  readonly items: readonly Place[]
  readonly onChoose: (key: string) => void
}

function PrinterTable({ items, onChoose }: PrinterTableProps) {
  const words = useWords()
  const heads = [
    'printers.place',
    'printers.kind',
    'printers.width',
    'printers.state',
    'printers.pin',
  ] as const
  return (
    <div className="scroller" role="region" tabIndex={0} aria-label={words('printers.title')}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {words(head)}
              </th>
            ))}
            <th scope="col">{words('printers.change')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)}>
              <th scope="row">{item.name}</th>
              <td>
                {words(`printers.${item.printer?.kind ?? 'browser'}`)}
                {item.printer?.host != null && ` ${item.printer.host}:${item.printer.port}`}
              </td>
              <td>{words('printers.mm', { n: item.printer?.width ?? 80 })}</td>
              <td>
                <StateWords item={item} />
              </td>
              <td>{'device' in item.place && words(item.hasPin ? 'printers.pinSet' : 'printers.pinNone')}</td>
              <td>
                <Button
                  aria-label={`${words('printers.change')} ${item.name}`}
                  onClick={() => onChoose(keyOf(item))}
                >
                  {words('printers.change')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function StateWords({ item: { hasNoPaper, fault } }: { readonly item: Place }) {
  const words = useWords()
  if (!hasNoPaper) return words('printers.fine')
  return `▲ ${words(`fault.${fault ?? 'paper_out'}`)}`
}
