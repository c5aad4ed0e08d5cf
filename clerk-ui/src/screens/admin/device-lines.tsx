import type { DeviceLine, DeviceList } from '@counter/shared/contract/devices'
import { Done } from '@counter/shared/contract/fields'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { Button } from 'antd'
import { useState } from 'react'
import { ActButton } from '../../components/command-button.tsx'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AdminTable, type Column, EditButton } from './admin-table.tsx'
import { PhoneActs } from './phone-acts.tsx'

interface DeviceLinesProps {
  readonly list: DeviceList
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
  readonly onDone: () => void
}

/** Every device in one table; a withdrawn one stays in it (U40). */
export function DeviceLines({ list, chosen, onChoose, onDone }: DeviceLinesProps) {
  const words = useWords()
  const columns: readonly Column<DeviceLine>[] = [
    {
      head: 'a4.device',
      isName: true,
      cell: ({ name, kind, place, village }) => (
        <>
          {name}
          <br />
          <small>
            {words(`enrol.${kind}`)}
            {village !== null && ` · ${villageName(list, village)}`}
            {place !== '' && ` · ${place}`}
          </small>
        </>
      ),
    },
    { head: 'a4.contact', cell: (device) => <StateWords device={device} /> },
    { head: 'a4.sound', cell: (device) => <SoundWords device={device} /> },
    { head: 'a4.version', cell: (device) => buildWords(device, list.build, words) },
    { head: 'a4.screen', cell: (device) => screenWords(device, words) },
    {
      head: 'a4.acts',
      cell: (device) => <DeviceActs device={device} onChoose={onChoose} onDone={onDone} />,
    },
  ]
  return (
    <AdminTable
      title={words('a4.title')}
      columns={columns}
      rows={list.items}
      keyOf={({ deviceId }) => deviceId}
      marksOf={({ problem }) => ({ 'data-problem': problem ?? 'none' })}
      isChosen={({ deviceId }) => deviceId === chosen}
    />
  )
}

function villageName({ villages }: DeviceList, code: string): string {
  return villages.find(({ village }) => village === code)?.name ?? code
}

type Words = ReturnType<typeof useWords>

function StateWords({ device }: { readonly device: DeviceLine }) {
  const words = useWords()
  const language = useDayLanguage()
  const { problem, revokedAt, lostAt, retiredAt, lastContactAt } = device
  if (revokedAt !== null) return words('a4.state.revoked', { time: instantWords(revokedAt, language) })
  if (lostAt !== null) return words('a4.state.lost', { time: instantWords(lostAt, language) })
  if (retiredAt !== null) return words('a4.state.retiring', { time: instantWords(retiredAt, language) })
  return (
    <>
      {words(problem === null ? 'a4.state.fine' : `a4.state.${problem}`)}
      <br />
      <small>{lastContactAt === null ? words('a4.never') : instantWords(lastContactAt, language)}</small>
    </>
  )
}

function SoundWords({ device: { kind, speaks, soundTest } }: { readonly device: DeviceLine }) {
  const words = useWords()
  if (kind !== 'wall') return words('a4.none')
  return (
    <>
      {words(speaks ? 'a4.speaks' : 'a4.listens')}
      {soundTest !== null && (
        <>
          <br />
          <small role="status">
            {soundTest.heardAt === null || soundTest.path === null
              ? words('a4.testing')
              : words(`a4.tested.${soundTest.path}`, { time: civilTime(soundTest.heardAt) })}
          </small>
        </>
      )}
    </>
  )
}

function buildWords({ build }: DeviceLine, current: string, words: Words): string {
  if (build === null) return words('a4.none')
  return words(build === current ? 'a4.buildNow' : 'a4.buildOld')
}

function screenWords({ screen, pxPerMm }: DeviceLine, words: Words): string {
  const size = screen === null ? words('a4.none') : words('a4.pixels', { w: screen.width, h: screen.height })
  const measure = pxPerMm === null ? words('a4.unmeasured') : words('a4.mm', { mm: pxPerMm })
  return `${size} · ${measure}`
}

interface DeviceActsProps {
  readonly device: DeviceLine
  readonly onChoose: (id: string) => void
  readonly onDone: () => void
}

function DeviceActs({ device, onChoose, onDone }: DeviceActsProps) {
  const words = useWords()
  const [isAsking, setAsking] = useState(false)
  const { deviceId: id, kind, name, speaks, revokedAt } = device
  if (revokedAt !== null) return null
  const order = (act: 'revoke' | 'speak' | 'sound-test') => ({
    path: `/api/devices/${id}/${act}`,
    parser: Done,
    onDone,
  })
  if (isAsking)
    return (
      <div role="alert" className="line">
        {words('a4.revokeAsk', { name })}
        <ActButton danger {...order('revoke')}>
          {words('a4.revokeGo')}
        </ActButton>
        <Button onClick={() => setAsking(false)}>{words('admin.drop')}</Button>
      </div>
    )
  return (
    <div className="line">
      {kind === 'wall' && !speaks && (
        <ActButton aria-label={`${words('a4.speak')} ${name}`} {...order('speak')}>
          {words('a4.speak')}
        </ActButton>
      )}
      {kind === 'wall' && (
        <ActButton aria-label={`${words('a4.test')} ${name}`} {...order('sound-test')}>
          {words('a4.test')}
        </ActButton>
      )}
      {kind === 'village' && <PhoneActs device={device} onDone={onDone} />}
      <EditButton word="a4.change" name={name} onPress={() => onChoose(id)} />
      <Button aria-label={`${words('a4.revoke')} ${name}`} onClick={() => setAsking(true)}>
        {words('a4.revoke')}
      </Button>
    </div>
  )
}
