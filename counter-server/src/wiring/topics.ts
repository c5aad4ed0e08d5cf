import { greetTopic, windowPlanTopic } from '../feed/board-topics.ts'
import { caseTopic, supervisorTopic, trackTopic, unitTopic, villageTopic } from '../feed/case-topics.ts'
import { counterCases } from '../feed/counter-cases.ts'
import { deputyTopic } from '../feed/deputy-topic.ts'
import { hallTopic, windowTopic } from '../feed/hall-topics.ts'
import { lettersTopic, letterTopic } from '../feed/letter-topics.ts'
import { photosTopic } from '../feed/photo-topics.ts'
import { pointTopic } from '../feed/point-topic.ts'
import type { AppDeps } from './deps.ts'

/** The topics that a page can follow (interfaces.md 3). */
export function topicsOf(deps: AppDeps) {
  return [
    hallTopic(deps.hall),
    windowTopic(deps, counterCases),
    unitTopic,
    villageTopic,
    supervisorTopic(deps),
    pointTopic,
    windowPlanTopic(deps),
    greetTopic(deps),
    caseTopic(deps),
    deputyTopic,
    photosTopic,
    lettersTopic,
    letterTopic(deps),
    trackTopic(deps),
  ]
}
