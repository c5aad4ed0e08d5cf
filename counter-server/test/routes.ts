import { channel } from 'node:diagnostics_channel'
import type { Actor } from '@counter/shared/vocabulary/actor'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { onTestFinished } from 'vitest'
import type { ZodType } from 'zod'

/** One route as the app declares it. */
export interface DeclaredRoute {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT'
  readonly url: string
  readonly actors: readonly Actor[]
  readonly body: ZodType | null
  readonly params: ZodType | null
}

/** Collects every route of the apps that are built from now on: the app is asked, no list is kept by hand. */
export function collectRoutes(): DeclaredRoute[] {
  const routes: DeclaredRoute[] = []
  const listen = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', (route) => void routes.push(...declared(route)))
  }
  const initialization = channel('fastify.initialization')
  initialization.subscribe(listen)
  onTestFinished(() => void initialization.unsubscribe(listen))
  return routes
}

// Pages, health, the socket and the reference have doors of their own; everything else is guarded.
const GUARDED = /^\/(api|sync|files)(\/|$)/

function declared({ method, url, config, schema }: RouteOptions): DeclaredRoute[] {
  if (!GUARDED.test(url)) return []
  const { body = null, params = null } = (schema ?? {}) as { body?: ZodType; params?: ZodType }
  return [method].flat().map((each) => ({
    method: each as DeclaredRoute['method'],
    url,
    actors: config?.actors ?? [],
    body,
    params,
  }))
}

/** Ids for the places in a path; none of them exists. */
const PLACES: Readonly<Record<string, string>> = {
  id: '019eb2a0-0000-7000-8000-00000000dead',
  window: '1',
  code: 'MZ-001',
  kind: 'acceptance',
  sha256: 'a'.repeat(64),
}

/** A path of the route with something in each place. */
export function pathOf(url: string, places: Readonly<Record<string, string>> = PLACES): string {
  return url.replaceAll(/:(\w+)/g, (_whole, name: string) => places[name] ?? PLACES['id'] ?? '')
}
