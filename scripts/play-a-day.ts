/** `npm run play-a-day -- --seed 7 --speed 120 [--url …] [--minutes N]`: a believable day against a running server (N12). */
import { parseArgs } from 'node:util'
import { Hall } from '@counter/shared/contract/hall'
import { required } from './api/caller.ts'
import { enter, type Person, readAccounts, type Scene } from './play/cast.ts'
import { readCatalogue } from './play/catalogue.ts'
import { chanceOf } from './play/chance.ts'
import { workOff } from './play/counter-cases.ts'
import { openKiosks, playArrivals } from './play/kiosks.ts'
import { clockText, startClock } from './play/play-clock.ts'
import { newTally } from './play/tally.ts'
import { playVillages } from './play/village.ts'
import { playWindow } from './play/window.ts'

const WINDOWS = [1, 2, 3, 4]
const UNITS = ['MZ', 'SB', 'JS', 'CZ', 'LY', 'NJ', 'ZZ']
const LOOK_EVERY_MINUTES = 12
const READY_SHARE = 0.5
const LINE_EVERY_MS = 5_000

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    speed: { type: 'string', default: '120' },
    url: { type: 'string', default: process.env['PUBLIC_URL'] ?? 'http://127.0.0.1:8080' },
    minutes: { type: 'string' },
  },
})

const scene: Scene = {
  url: values.url.replace(/\/$/, ''),
  seed: Number(values.seed),
  clock: startClock(Number(values.speed), values.minutes === undefined ? null : Number(values.minutes)),
  tally: newTally(),
  accounts: readAccounts(process.env['DATA_DIR'] ?? '.data'),
}
// The first Ctrl-C lets everybody finish and close their windows; the second ends at once.
process.once('SIGINT', () => {
  console.log('stopping: windows close')
  scene.clock.stop()
  process.once('SIGINT', () => process.exit(130))
})

console.log(`seed ${values.seed}, ${values.speed} times as fast, against ${scene.url}`)
await playDay(scene)
console.log([`the day ended at ${clockText(scene.clock.minute())}`, ...scene.tally.lines()].join('\n'))
process.exit(0)

async function playDay(play: Scene): Promise<void> {
  const supervisor = await enter(play, 'supervisor')
  const kiosks = await openKiosks(play, supervisor)
  const catalogue = await readCatalogue(supervisor)
  const { topics } = required(await supervisor.get('/api/hall', Hall), 'read the hall')
  const unitOf = new Map<string, string>(topics.map(({ topic, unit }) => [topic, unit]))
  const line = setInterval(() => console.log(runningLine(play)), LINE_EVERY_MS)
  try {
    await Promise.all([
      playArrivals(play, kiosks),
      playVillages(play, catalogue),
      ...WINDOWS.map((window) => playWindow(play, { window, kiosks, catalogue, unitOf })),
      ...UNITS.map((unit) => playUnit(play, unit)),
    ])
  } finally {
    clearInterval(line)
  }
}

async function playUnit(play: Scene, unit: string): Promise<void> {
  const chance = chanceOf(play.seed, `unit ${unit}`)
  const person: Person = await enter(play, unit.toLowerCase())
  while (!play.clock.isOver()) {
    await play.clock.wait(LOOK_EVERY_MINUTES)
    await workOff(play, person, unit, () => chance.happens(READY_SHARE))
  }
}

function runningLine({ clock, tally }: Scene): string {
  const numbers = tally.of('numbers') + tally.of('numbers, priority')
  const cases = tally.of('cases, accepted') + tally.of('cases, finished_on_spot')
  return `${clockText(clock.minute())}  numbers ${numbers}  calls ${tally.of('calls')}  cases ${cases}  decided ${tally.of('cases, decided')}  village ${tally.of('village submissions')}`
}
