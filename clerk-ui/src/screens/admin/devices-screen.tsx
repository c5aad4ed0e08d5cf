import { useState } from 'react'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useSession } from '../../state/session.ts'
import { useWords } from '../../text/words.ts'
import { AdminPage, pageState } from './admin-page.tsx'
import { DeviceEditor } from './device-editor.tsx'
import { DeviceLines } from './device-lines.tsx'
import { EnrolForm } from './enrol-form.tsx'
import { PrinterList } from './printer-list.tsx'
import { useDevices } from './use-devices.ts'

/** kiosks and walls, who speaks for the hall, and how each one is. */
export function DevicesScreen() {
  const words = useWords()
  // The supervisor lets phones in; printers are the administrator's.
  const role = useSession(({ session }) => session?.role)
  const [chosen, setChosen] = useState<string | null>(null)
  const { list, refused, look } = useDevices()
  const [told, setTold] = useState<string | null>(null)
  const choose = (id: string) => {
    setTold(null)
    setChosen(id)
  }
  const device = list?.items.find(({ deviceId }) => deviceId === chosen)
  const walls = list?.items.filter(({ kind, revokedAt }) => kind === 'wall' && revokedAt === null) ?? []
  const isMute = walls.length > 0 && !walls.some(({ speaks }) => speaks)
  return (
    <AdminPage screen="A-4" title={words('a4.title')} state={pageState(list?.items ?? null, refused)}>
      <RefusalLine refused={refused} />
      {isMute && <p role="alert">{words('a4.noSpeaker')}</p>}
      {list !== null && list.items.length === 0 && <p role="status">{words('a4.empty')}</p>}
      {list !== null && list.items.length > 0 && (
        <DeviceLines list={list} chosen={chosen} onChoose={choose} onDone={look} />
      )}
      {device !== undefined && (
        <DeviceEditor
          key={device.deviceId}
          device={device}
          onSaved={() => {
            setTold(`✓ ${words('admin.saved')}`)
            setChosen(null)
            look()
          }}
          onClose={() => setChosen(null)}
        />
      )}
      <p role="status">{told}</p>
      {role === 'admin' && <PrinterList />}
      <EnrolForm villages={list?.villages ?? []} onMade={look} />
    </AdminPage>
  )
}
