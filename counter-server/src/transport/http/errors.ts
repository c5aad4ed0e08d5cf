import type { ErrorBody } from '@counter/shared/contract/error-body'
import { refusalSentence } from '@counter/shared/text/refusal-text'
import type { RefusalCode, RefusalParams } from '@counter/shared/vocabulary/refusal'
import { hasZodFastifySchemaValidationErrors } from '@fastify/type-provider-zod'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../domain/refusal.ts'
import { doorsPage } from './doors-page.ts'

// N5: a refusal is 409 unless it says something about who asks, what exists, or how much.
const STATUS_OF: Partial<Record<RefusalCode, number>> = {
  'request.invalid': 400,
  'reveal.purpose_required': 400,
  'print.picture': 400,
  'printer.address': 400,
  'session.none': 401,
  'session.expired': 401,
  'session.bad_credentials': 401,
  'session.code_wrong': 401,
  'request.too_large': 413,
  'import.too_large': 413,
  'request.too_many': 429,
  'code.too_many_tries': 429,
  'reveal.limit': 429,
  'session.busy': 429,
  'session.wait': 429,
  'store.full': 503,
  'reveal.not_recorded': 503,
  'origin.wrong': 403,
  'booking.unknown': 404,
}

/** The HTTP status of a refusal code (N5). */
export function statusOf(code: RefusalCode): number {
  const listed = STATUS_OF[code]
  if (listed !== undefined) return listed
  if (code.endsWith('.not_found')) return 404
  if (code.endsWith('.forbidden') || code.startsWith('device.')) return 403
  return 409
}

/** Answers every failure in the one shape of N4; a fault says only that it is safe to press again (R6). */
export function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    // A person who mistyped an address gets a page, a program its refusal.
    if (request.method === 'GET' && request.headers.accept?.includes('text/html') === true)
      return reply.code(404).type('text/html; charset=utf-8').send(doorsPage('没有这个页面。请从下面选'))
    return sendRefusal(request, reply, 'request.not_found', {})
  })
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof Refusal) {
      request.log.info({ code: error.code }, 'refused')
      return sendRefusal(request, reply, error.code, error.params)
    }
    if (hasZodFastifySchemaValidationErrors(error)) {
      const fields = error.validation.slice(0, 20).map(({ instancePath, message }) => ({
        path: instancePath.replace(/^\//, '').replaceAll('/', '.'),
        problem: message ?? 'invalid',
      }))
      return sendRefusal(request, reply, 'request.invalid', {}, fields)
    }
    const status = clientStatus(error)
    if (status !== null) return sendRefusal(request, reply, codeOfStatus(status), {})
    request.log.error({ err: error }, 'fault')
    return reply.code(500).send({
      code: 'fault',
      params: {},
      message: refusalSentence('fault', {}, languageOf(request)),
    } satisfies ErrorBody)
  })
}

/** An address that cannot be decoded never reaches a route, and is refused in the same shape (N4). */
export function answerBrokenAddress(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  sendRefusal(request, reply, 'request.invalid', {})
}

function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  code: RefusalCode,
  params: RefusalParams,
  fields?: ErrorBody['fields'],
): FastifyReply {
  const message = refusalSentence(code, params, languageOf(request))
  return reply.code(statusOf(code)).send({
    code,
    params: { ...params },
    message,
    ...(fields === undefined ? {} : { fields }),
  } satisfies ErrorBody)
}

function languageOf({ headers }: FastifyRequest): 'zh-CN' | 'en' {
  return headers['accept-language']?.startsWith('en') === true ? 'en' : 'zh-CN'
}

function clientStatus(error: unknown): number | null {
  if (!(error instanceof Error) || !('statusCode' in error)) return null
  const status = Number(error.statusCode)
  return status >= 400 && status < 500 ? status : null
}

function codeOfStatus(status: number): RefusalCode {
  if (status === 404) return 'request.not_found'
  if (status === 413) return 'request.too_large'
  return status === 429 ? 'request.too_many' : 'request.invalid'
}
