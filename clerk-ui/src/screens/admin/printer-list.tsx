import { Printers } from '@counter/shared/contract/paper'
import { Button } from 'antd'
import { useState } from 'react'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useReading } from '../../state/use-reading.ts'
import { useWords } from '../../text/words.ts'
import { AdminTable, type Column, EditButton } from './admin-table.tsx'
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
  const columns: readonly Column<Place>[] = [
    { head: 'printers.place', isName: true, cell: ({ name }) => name },
    { head: 'printers.kind', cell: ({ printer }) => <KindWords printer={printer} /> },
    { head: 'printers.width', cell: ({ printer }) => words('printers.mm', { n: printer?.width ?? 80 }) },
    { head: 'printers.state', cell: (item) => <StateWords item={item} /> },
    {
      head: 'printers.pin',
      cell: ({ place, hasPin }) =>
        'device' in place && words(hasPin ? 'printers.pinSet' : 'printers.pinNone'),
    },
    {
      head: 'printers.change',
      cell: (item) => (
        <EditButton word="printers.change" name={item.name} onPress={() => onChoose(keyOf(item))} />
      ),
    },
  ]
  return <AdminTable title={words('printers.title')} columns={columns} rows={items} keyOf={keyOf} isInCard />
}

function KindWords({ printer }: Pick<Place, 'printer'>) {
  const words = useWords()
  return (
    <>
      {words(`printers.${printer?.kind ?? 'browser'}`)}
      {printer?.host != null && ` ${printer.host}:${printer.port}`}
    </>
  )
}

function StateWords({ item: { hasNoPaper, fault } }: { readonly item: Place }) {
  const words = useWords()
  if (!hasNoPaper) return words('printers.fine')
  return `▲ ${words(`fault.${fault ?? 'paper_out'}`)}`
}
