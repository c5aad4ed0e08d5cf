const SENDER_LOCK = 'village-sender'

/**
 * Runs it when no other tab of this browser does, else not at all: two would send everything twice. The lock is free again when
 * its page is closed or killed (V41).
 */
export async function onlyHere(run: () => Promise<void>): Promise<void> {
  const locks: LockManager | null | undefined = navigator.locks
  if (!locks) return run()
  await locks.request(SENDER_LOCK, { ifAvailable: true }, (lock) => (lock === null ? undefined : run()))
}
