const OCTET = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const DOTTED = new RegExp(`^${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}$`)
const PRIVATE_SIX = /^(::1|f[cd][0-9a-f]{2}(:[0-9a-f]{0,4}){1,7})$/i

/**
 * True for an address of the own network: loopback, 10/8, 172.16/12, 192.168/16, fc00::/7. Names are not taken, because
 * what a name means can change after it was checked; 169.254/16 is not, because clouds keep secrets there.
 */
export function isOwnNetwork(host: string): boolean {
  const four = DOTTED.exec(host)
  if (four === null) return PRIVATE_SIX.test(host)
  const [first, second] = [Number(four[1]), Number(four[2])]
  if (first === 10 || first === 127) return true
  return first === 192 ? second === 168 : first === 172 && second >= 16 && second <= 31
}
