import type { Account, AccountAnswer, AccountPlaces } from '@counter/shared/contract/accounts'
import type { AccountResult } from '../usecases/people/change-account.ts'
import type { AccountFacts, AccountPlacesFacts } from '../usecases/people/read-accounts.ts'

export function toAccount(facts: AccountFacts): Account {
  return {
    staffId: facts.id,
    signInName: facts.signInName,
    displayName: facts.displayName,
    role: facts.role,
    unit: facts.unit,
    unitName: facts.unitName,
    village: facts.village,
    villageName: facts.villageName,
    posts: [...facts.posts],
    windows: facts.windows === null ? null : [...facts.windows],
    stoppedAt: facts.disabledAt,
    hasPassword: facts.hasPassword,
    codeUntil: facts.codeUntil,
    sessions: facts.sessions,
    window: facts.window,
    deputy: facts.deputyName,
    awayFrom: facts.awayFrom,
    awayUntil: facts.awayUntil,
    openCases: facts.openCases,
    version: facts.version,
  }
}

export function toAccountAnswer({ account, code }: AccountResult): AccountAnswer {
  return { account: toAccount(account), code: code?.code ?? null, codeUntil: code?.codeUntil ?? null }
}

export function toAccountPlaces(places: AccountPlacesFacts): AccountPlaces {
  return {
    units: places.units.map(({ code, name }) => ({ unit: code, name })),
    villages: places.villages.map(({ code, name }) => ({ village: code, name })),
    windows: places.windows.map(({ window, name }) => ({ window, name })),
  }
}
