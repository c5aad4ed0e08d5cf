/**
 * The one story through all screens, in a real browser (S1 and on). Ends at the first sentence that is not true. `--part hall` or
 * `--part apart` tells a part of it, so that the two may run beside each other.
 */
import { parseArgs } from 'node:util'
import { ADMIN } from './scenarios/admin.ts'
import { CASE_REPORTS } from './scenarios/case-reports.ts'
import { CATALOGUE } from './scenarios/catalogue.ts'
import { DESK_ACTS } from './scenarios/desk-acts.ts'
import { DUPLICATES } from './scenarios/duplicates.ts'
import { EVENING } from './scenarios/evening.ts'
import { FILES } from './scenarios/files.ts'
import { FIRST_DAY } from './scenarios/first-day.ts'
import { HALL } from './scenarios/hall.ts'
import { INTAKE } from './scenarios/intake.ts'
import { KEYS } from './scenarios/keys.ts'
import { KIOSK_HANDS } from './scenarios/kiosk-hands.ts'
import { LETTERS } from './scenarios/letters.ts'
import { LIGHTS } from './scenarios/lights.ts'
import { MISSED } from './scenarios/missed.ts'
import { POINTS } from './scenarios/points.ts'
import { RATINGS } from './scenarios/ratings.ts'
import { REPORTS } from './scenarios/reports.ts'
import { SCREENS } from './scenarios/screens.ts'
import { SILENCE } from './scenarios/silence.ts'
import { SUPERVISION } from './scenarios/supervision.ts'
import { TEXT_SIZES } from './scenarios/text-sizes.ts'
import { UNIT } from './scenarios/unit.ts'
import { VILLAGE } from './scenarios/village.ts'
import { VOICE } from './scenarios/voice.ts'
import { WINDOW } from './scenarios/window.ts'
import { type HallScenario, openStory } from './story.ts'
import { tellAll } from './tell.ts'

const HALL_DAY: readonly HallScenario[] = [
  ...HALL,
  ...INTAKE,
  ...FILES,
  ...UNIT,
  ...CATALOGUE,
  ...WINDOW,
  ...DESK_ACTS,
  ...VILLAGE,
  ...SCREENS,
  ...TEXT_SIZES,
  ...SILENCE,
  ...LIGHTS,
  ...KEYS,
  ...VOICE,
  ...MISSED,
  ...EVENING,
  ...REPORTS,
  ...CASE_REPORTS,
  ...RATINGS,
  ...SUPERVISION,
  ...DUPLICATES,
  ...LETTERS,
  ...ADMIN,
  // Last, because nobody may try codes for a minute afterwards.
  ...KIOSK_HANDS,
]
/** Those that open a hall of their own and leave this one as it is. */
const APART: readonly HallScenario[] = [...POINTS, ...FIRST_DAY]
const PARTS = { hall: HALL_DAY, apart: APART, all: [...APART, ...HALL_DAY] }

const SCENARIOS = scenariosOf(
  parseArgs({ options: { part: { type: 'string', default: 'all' } } }).values.part,
)

await tellAll(SCENARIOS, openStory, ({ scanned }) => scanned.size)

function scenariosOf(part: string): readonly HallScenario[] {
  if (part === 'hall' || part === 'apart' || part === 'all') return PARTS[part]
  throw new Error(`--part is hall, apart or all, not ${part}`)
}
