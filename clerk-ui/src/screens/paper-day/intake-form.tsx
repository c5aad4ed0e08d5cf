import { useHall } from '../../state/hall.ts'
import { useWords } from '../../text/words.ts'

const SHORT = ['form.date', 'form.number', 'form.window', 'form.name', 'form.idNo', 'form.phone'] as const
const LONG = ['form.times', 'form.item', 'form.address', 'form.agent'] as const
const TALL = ['form.received', 'form.missing'] as const

/** 受理登记表: the fields of the intake on paper, in the order in which they are entered later. */
export function IntakeForm() {
  const words = useWords()
  const centre = useHall((state) => state.hall?.centre.name)
  return (
    <>
      <p>{centre}</p>
      <h1>{words('form.title')}</h1>
      <table className="form-table">
        <tbody>
          {[0, 3].map((from) => (
            <tr key={from}>
              {SHORT.slice(from, from + 3).map((key) => (
                <td key={key}>{words(key)}</td>
              ))}
            </tr>
          ))}
          {LONG.map((key) => (
            <tr key={key}>
              <td colSpan={3}>{words(key)}</td>
            </tr>
          ))}
          {TALL.map((key) => (
            <tr key={key} className="form-tall">
              <td colSpan={3}>{words(key)}</td>
            </tr>
          ))}
          <tr>
            <td colSpan={3}>{words('form.outcome')}</td>
          </tr>
          <tr className="form-tall">
            <td colSpan={3}>{words('form.sign')}</td>
          </tr>
        </tbody>
      </table>
    </>
  )
}
