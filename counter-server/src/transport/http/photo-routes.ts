import {
  CaseIdField,
  CommandIdField,
  Done,
  Sha256Field,
  TicketIdField,
  TokenField,
} from '@counter/shared/contract/fields'
import {
  EndPhotoLinkBody,
  OpenPhotoLinkBody,
  PhotoLink,
  TakeBackPhotoBody,
} from '@counter/shared/contract/photos'
import { PhotoOffer, PhotoOfferBody, PhotoSent } from '@counter/shared/contract/public/photo'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../usecases/deps.ts'
import type { FilePlaces } from '../../usecases/files/content-shelf.ts'
import { showDraftPhoto, takeBackPhoto } from '../../usecases/files/draft-photos.ts'
import { openOnPhone, sendFromPhone } from '../../usecases/files/phone-photo.ts'
import { closePhotoLink, openPhotoLink } from '../../usecases/files/photo-link.ts'
import { EVERYBODY } from './access.ts'
import { caseAskerOf } from './case-asker.ts'
import { bytesOf, FILE_BODY_LIMIT, parseFiles, sendFile } from './file-body.ts'
import { refusals } from './refusals.ts'

const ofTicket = z.strictObject({ id: TicketIdField })
const sentHeaders = z.object({
  'x-command-id': CommandIdField,
  'x-photo-token': TokenField,
  'x-photo-phone': TokenField,
})

/** 「用手机拍」: the QR at the window, the page on the phone, and the photos that wait at an open intake (C-2, P41, P42). */
export function photoRoutes(deps: Deps, files: FilePlaces): FastifyPluginAsyncZod {
  return async (app) => {
    parseFiles(app)

    app.post(
      '/cases/:id/open-photo-link',
      {
        config: { actors: ['clerk', 'handler', 'supervisor'] },
        schema: {
          params: z.strictObject({ id: CaseIdField }),
          body: OpenPhotoLinkBody,
          response: { 200: PhotoLink, ...refusals },
        },
      },
      async (request) => {
        const { commandId, material } = request.body
        const target = { case: request.params.id }
        return openPhotoLink(deps, caseAskerOf(request, commandId), { target, material })
      },
    )
    app.post(
      '/drafts/:id/open-photo-link',
      {
        config: { actors: ['clerk'] },
        schema: { params: ofTicket, body: OpenPhotoLinkBody, response: { 200: PhotoLink, ...refusals } },
      },
      async (request) => {
        const { commandId, material } = request.body
        const target = { ticket: request.params.id }
        return openPhotoLink(deps, caseAskerOf(request, commandId), { target, material })
      },
    )
    app.post(
      '/photo-links/:id/end',
      {
        config: { actors: ['clerk', 'handler', 'supervisor'] },
        schema: {
          params: z.strictObject({ id: z.uuid() }),
          body: EndPhotoLinkBody,
          response: { 200: Done, ...refusals },
        },
      },
      async (request) => {
        const { id } = request.params
        return closePhotoLink(deps, caseAskerOf(request, request.body.commandId), id)
      },
    )
    app.post(
      '/drafts/:id/take-back-photo',
      {
        config: { actors: ['clerk'] },
        schema: { params: ofTicket, body: TakeBackPhotoBody, response: { 200: Done, ...refusals } },
      },
      async (request) => {
        const { commandId, ...photo } = request.body
        const asked = { ticket: request.params.id, ...photo }
        return takeBackPhoto(deps, files, caseAskerOf(request, commandId), asked)
      },
    )
    app.get(
      '/drafts/:id/photos/:sha256',
      {
        config: { actors: ['clerk'] },
        schema: { params: z.strictObject({ id: TicketIdField, sha256: Sha256Field }) },
      },
      async (request, reply) => {
        const { id: ticket, sha256 } = request.params
        return sendFile(
          reply,
          await showDraftPhoto(deps, files.shelf, caseAskerOf(request), { ticket, sha256 }),
        )
      },
    )
    app.post(
      '/photos/offer',
      {
        config: { actors: EVERYBODY },
        schema: { body: PhotoOfferBody, response: { 200: PhotoOffer, ...refusals } },
      },
      async (request) => openOnPhone(deps, request.body),
    )
    app.post(
      '/photos',
      {
        bodyLimit: FILE_BODY_LIMIT,
        config: { actors: EVERYBODY },
        schema: { headers: sentHeaders, response: { 200: PhotoSent, ...refusals } },
      },
      async (request) => {
        const { 'x-command-id': commandId, 'x-photo-token': token, 'x-photo-phone': phone } = request.headers
        const content = bytesOf(request)
        await sendFromPhone(deps, files, { token, phone }, { commandId, content })
        return { done: true as const }
      },
    )
  }
}
