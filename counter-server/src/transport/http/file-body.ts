import { MAX_FILE_BYTES } from '@counter/shared/vocabulary/case-file'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { OpenedFile } from '../../usecases/files/show-file.ts'

/** A little more than a file may have, so that one beyond is told how large it may be and not only cut off. */
export const FILE_BODY_LIMIT = MAX_FILE_BYTES + 65_536

/** A file comes as plain bytes, whatever it says it is (P13). */
export function parseFiles(app: Pick<FastifyInstance, 'addContentTypeParser'>): void {
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: FILE_BODY_LIMIT },
    (_request, body, done) => done(null, body),
  )
}

export function bytesOf({ body }: Pick<FastifyRequest, 'body'>): Uint8Array {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}

/** A page shows it as a picture; opened by itself it is saved and never run (P42). */
export function sendFile(reply: FastifyReply, { mime, content }: OpenedFile): FastifyReply {
  return reply
    .headers({
      'content-type': mime,
      'content-disposition': `attachment; filename="${FILE_NAMES[mime]}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    .send(content)
}

/** Names that say nothing of whose paper it is. */
const FILE_NAMES = {
  'image/jpeg': 'file.jpg',
  'image/png': 'file.png',
  'application/pdf': 'file.pdf',
} as const
