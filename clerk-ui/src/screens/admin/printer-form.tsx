import { Done } from '@counter/shared/contract/fields'
import type { Printers } from '@counter/shared/contract/paper'
import { PAPER_WIDTHS, PRINTER_KINDS, type PrinterKind } from '@counter/shared/vocabulary/paper'
import { type FormEvent, useState } from 'react'
import { CommandButton, CommandWords } from '../../components/command-button.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

const RAW_PORT = 9100

interface PrinterFormProps {
  readonly place: Printers['items'][number]
  readonly onSaved: () => void
}

/** How the slips of one place come out; the next one counts. */
export function PrinterForm({ place: { place, printer }, onSaved }: PrinterFormProps) {
  const words = useWords()
  const [kind, setKind] = useState<PrinterKind>(printer?.kind ?? 'browser')
  const sending = useCommand()
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const width = Number(form.get('width'))
    const address = { host: String(form.get('host')).trim(), port: Number(form.get('port')) }
    const body = { place, printer: kind === 'network' ? { kind, width, ...address } : { kind, width } }
    const answer = await sending.send('/api/printers', body, Done)
    if (answer?.ok) onSaved()
  }
  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      <div className="fields">
        <label className="field">
          {words('printers.kind')}
          <select value={kind} onChange={(event) => setKind(event.target.value as PrinterKind)}>
            {PRINTER_KINDS.map((each) => (
              <option key={each} value={each}>
                {words(`printers.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {words('printers.width')}
          <select name="width" defaultValue={printer?.width ?? 80}>
            {PAPER_WIDTHS.map((each) => (
              <option key={each} value={each}>
                {words('printers.mm', { n: each })}
              </option>
            ))}
          </select>
        </label>
        {kind === 'network' && (
          <>
            <label className="field">
              {words('printers.host')}
              <input
                name="host"
                required
                maxLength={45}
                autoComplete="off"
                placeholder="192.168.1.50"
                defaultValue={printer?.host ?? ''}
              />
            </label>
            <label className="field">
              {words('printers.port')}
              <input
                name="port"
                type="number"
                required
                min={1024}
                max={65_535}
                defaultValue={printer?.port ?? RAW_PORT}
              />
            </label>
          </>
        )}
      </div>
      <div className="line">
        <CommandButton phase={sending.phase} busy="admin.saving" type="primary" htmlType="submit">
          {words('printers.save')}
        </CommandButton>
        <CommandWords of={sending} done={words('printers.saved')} />
      </div>
    </form>
  )
}
