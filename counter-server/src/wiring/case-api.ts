import type { FastifyInstance } from 'fastify'
import { approvalRoutes } from '../transport/http/approval-routes.ts'
import { caseFileRoutes } from '../transport/http/case-file-routes.ts'
import { casePaperRoutes } from '../transport/http/case-paper-routes.ts'
import { caseReadingRoutes } from '../transport/http/case-reading-routes.ts'
import { caseRoutes } from '../transport/http/case-routes.ts'
import { draftRoutes } from '../transport/http/draft-routes.ts'
import { duplicateRoutes } from '../transport/http/duplicate-routes.ts'
import { exportRoutes } from '../transport/http/export-routes.ts'
import { fileRoutes } from '../transport/http/file-routes.ts'
import { letterRoutes } from '../transport/http/letter-routes.ts'
import { lostPhoneRoutes } from '../transport/http/lost-phone-routes.ts'
import { orderRoutes } from '../transport/http/order-routes.ts'
import { paperWorkRoutes } from '../transport/http/paper-work-routes.ts'
import { photoRoutes } from '../transport/http/photo-routes.ts'
import { pointRoutes } from '../transport/http/point-routes.ts'
import { resultRoutes } from '../transport/http/result-routes.ts'
import { returnTaskRoutes } from '../transport/http/return-task-routes.ts'
import { sampleRoutes } from '../transport/http/sample-routes.ts'
import { sayRoutes } from '../transport/http/say-routes.ts'
import { subtaskRoutes } from '../transport/http/subtask-routes.ts'
import { syncRoutes } from '../transport/http/sync-routes.ts'
import { trackRoutes } from '../transport/http/track-routes.ts'
import { villageAttentionRoutes } from '../transport/http/village-attention-routes.ts'
import { villagePointRoutes } from '../transport/http/village-point-routes.ts'
import { visitRoutes } from '../transport/http/visit-routes.ts'
import { withdrawalRoutes } from '../transport/http/withdrawal-routes.ts'
import { createFileDoor } from '../usecases/village/receive-file.ts'
import type { AppDeps } from './deps.ts'

/** Cases and letters: at the window, in the unit, in the village and on the tracking page. */
export async function caseApi(api: FastifyInstance, deps: AppDeps): Promise<void> {
  await api.register(draftRoutes(deps), { prefix: '/api' })
  await api.register(syncRoutes(deps))
  const fileDoor = createFileDoor(deps, deps.files)
  await api.register(fileRoutes(fileDoor))
  await api.register(exportRoutes(deps, fileDoor), { prefix: '/api' })
  await api.register(lostPhoneRoutes(deps))
  await api.register(pointRoutes(deps), { prefix: '/api' })
  await api.register(paperWorkRoutes(deps), { prefix: '/api' })
  await api.register(villageAttentionRoutes(deps), { prefix: '/api' })
  await api.register(visitRoutes(deps), { prefix: '/api' })
  await api.register(caseRoutes(deps), { prefix: '/api' })
  await api.register(caseReadingRoutes(deps), { prefix: '/api' })
  await api.register(caseFileRoutes(deps, deps.files), { prefix: '/api' })
  await api.register(sampleRoutes(deps, deps.files), { prefix: '/api' })
  await api.register(villagePointRoutes(deps, deps.files), { prefix: '/api' })
  await api.register(photoRoutes(deps, deps.files), { prefix: '/api' })
  await api.register(orderRoutes(deps), { prefix: '/api' })
  await api.register(subtaskRoutes(deps), { prefix: '/api' })
  await api.register(duplicateRoutes(deps), { prefix: '/api' })
  await api.register(resultRoutes(deps), { prefix: '/api' })
  await api.register(returnTaskRoutes(deps), { prefix: '/api' })
  await api.register(withdrawalRoutes(deps), { prefix: '/api' })
  await api.register(approvalRoutes(deps), { prefix: '/api' })
  await api.register(casePaperRoutes(deps), { prefix: '/api' })
  await api.register(trackRoutes(deps), { prefix: '/api' })
  await api.register(letterRoutes(deps), { prefix: '/api' })
  await api.register(sayRoutes(deps), { prefix: '/api' })
}
