import { randomInt } from 'node:crypto'
import type { Role } from '@counter/shared/vocabulary/actor'
import type { StaffId, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import { insertStaff } from '../../store/people.ts'
import { findMeta, saveMeta, saveSetting } from '../../store/settings.ts'
import type { Deps } from '../deps.ts'
import type { Passwords } from '../people/passwords.ts'
import { loadCalendars, loadTownship } from './load-township.ts'
import type { CatalogueFile, TownshipFile } from './township-file.ts'

/** One account of the sample township with its random password, told in `sample-accounts.json` alone (N10). */
export interface SampleAccount {
  readonly signInName: string
  readonly displayName: string
  readonly role: Role
  readonly password: string
}

export interface SampleFiles {
  readonly township: TownshipFile
  readonly catalogue: CatalogueFile
  readonly calendars: readonly string[]
}

interface AccountPlan {
  readonly signInName: string
  readonly displayName: string
  readonly role: Role
  readonly unit: UnitCode | null
  readonly village: VillageCode | null
}

const PASSWORD_SIGNS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Makes the sample township in an empty store, once; returns null when something is there already (N10). */
export async function seedSample(
  deps: Deps,
  passwords: Passwords,
  files: SampleFiles,
): Promise<SampleAccount[] | null> {
  if (deps.store.read((tx) => findMeta(tx, 'sample')) !== undefined) return null
  const plans = accountsOf(files.township)
  const accounts = plans.map((plan) => ({ ...plan, password: newPassword() }))
  const hashes = await Promise.all(accounts.map(({ password }) => passwords.hash(password)))
  return deps.store.write((tx) => {
    loadCalendars(tx, files.calendars, files.township.officeHours)
    loadTownship(tx, files.township, files.catalogue)
    for (const [place, { signInName, displayName, role, unit, village }] of accounts.entries()) {
      const passwordHash = hashes[place] ?? ''
      insertStaff(tx, {
        id: deps.newId() as StaffId,
        signInName,
        displayName,
        role,
        posts: [],
        unit,
        village,
        passwordHash,
      })
    }
    saveSetting(tx, 'hall.alwaysOpen', true, 'system', '示例数据：任何时候都可以试用')
    saveMeta(tx, 'sample', 'yes')
    return accounts.map(({ signInName, displayName, role, password }) => ({
      signInName,
      displayName,
      role,
      password,
    }))
  })
}

/** A centre of its own: calendars and office hours only; everything else is entered by its administrator (P20). */
export function seedEmptyCentre({ store }: Deps, files: SampleFiles): Promise<void> {
  return store.write((tx) => {
    if (findMeta(tx, 'sample') !== undefined) return
    loadCalendars(tx, files.calendars, files.township.officeHours)
    saveMeta(tx, 'sample', 'no')
  })
}

function accountsOf({ windows, units, villages }: TownshipFile): AccountPlan[] {
  const post = (signInName: string, displayName: string, role: Role): AccountPlan => ({
    signInName,
    displayName,
    role,
    unit: null,
    village: null,
  })
  return [
    ...windows.map(({ window }) => post(`clerk${window}`, `${window}号窗口值班员`, 'clerk')),
    ...units.map(({ unitCode, name }) => ({
      ...post(unitCode.toLowerCase(), `${name}经办`, 'handler'),
      unit: unitCode as UnitCode,
    })),
    ...villages.map(({ code, name }) => ({
      ...post(`v${code}`, `${name}代办员`, 'agent'),
      village: code as VillageCode,
    })),
    post('supervisor', '中心负责人', 'supervisor'),
    post('leader', '分管负责人', 'leader'),
    post('admin', '系统管理员', 'admin'),
  ]
}

// 14 signs of 56: 81 bits; the three classes of the policy are made certain.
function newPassword(): string {
  const signs = Array.from({ length: 12 }, () => PASSWORD_SIGNS.charAt(randomInt(PASSWORD_SIGNS.length)))
  return `${signs.join('')}${PASSWORD_SIGNS.charAt(randomInt(24))}${randomInt(2, 10)}`.replace(
    /^./,
    (first) => first.toUpperCase(),
  )
}
