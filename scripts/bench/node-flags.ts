/** Flags for the server process, such as a CPU profile: `BENCH_NODE_FLAGS="--cpu-prof --cpu-prof-dir=DIR"`. */
export function nodeFlags(): string[] {
  return (process.env['BENCH_NODE_FLAGS'] ?? '').split(' ').filter((flag) => flag !== '')
}
