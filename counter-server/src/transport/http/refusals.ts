import { ErrorBody } from '@counter/shared/contract/error-body'

/** The answers every route may give beside its own (N4). */
export const refusals = { '4xx': ErrorBody, '5xx': ErrorBody } as const
