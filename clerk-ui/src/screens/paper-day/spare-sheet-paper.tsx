import { useHall } from '../../state/hall.ts'
import { useWords } from '../../text/words.ts'

/** One A4 sheet of spare numbers to be cut: number, centre, and room for the window. */
export function SpareSheetPaper({ first, last }: { readonly first: number; readonly last: number }) {
  const words = useWords()
  const centre = useHall((state) => state.hall?.centre.name)
  const digits = (serial: number) => String(serial).padStart(3, '0')
  const serials = Array.from({ length: last - first + 1 }, (_, place) => first + place)
  return (
    <>
      <h1>{words('pd.sheetTitle', { first: digits(first), last: digits(last) })}</h1>
      <ul className="spare-numbers">
        {serials.map((serial) => (
          <li key={serial}>
            <span>{centre}</span>
            <strong>{words('pd.spare', { n: digits(serial) })}</strong>
            <span>{words('pd.sheetNote')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
