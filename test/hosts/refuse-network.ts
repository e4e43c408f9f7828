import { appendFileSync } from 'node:fs'
import dgram from 'node:dgram'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

// Loaded before a program (`--import`): every way out of this computer is recorded in the file named by
// NETWORK_OFFENCES, and refused. Loopback by number is the only address that may be connected to.

function refuse(what: string): never {
  const file = process.env['NETWORK_OFFENCES']
  if (file !== undefined) appendFileSync(file, `${what}\n${new Error('from').stack ?? ''}\n`)
  throw new Error(`network refused: ${what}`)
}

function hostOf(given: readonly unknown[]): unknown {
  const [first, second] = given.flat()
  if (typeof first === 'object' && first !== null) return 'path' in first && first.path !== undefined ? '127.0.0.1' : 'host' in first ? first.host : 'localhost'
  return typeof first === 'number' ? second : '127.0.0.1'
}

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (this: net.Socket, ...given: unknown[]) {
  const host = hostOf(given)
  if (host !== '127.0.0.1') refuse(`connect to ${String(host)}`)
  return Reflect.apply(connect, this, given)
} as typeof connect

/** A number needs no looking up. */
function guarded(name: string, original: unknown): (...given: unknown[]) => unknown {
  return (...given) => (given[0] === '127.0.0.1' && typeof original === 'function' ? Reflect.apply(original, dns, given) : refuse(`dns.${name} ${String(given[0])}`))
}

for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveTxt', 'resolveSrv', 'reverse'] as const) {
  Object.assign(dns, { [name]: guarded(name, dns[name]) })
  Object.assign(dns.promises, { [name]: guarded(`promises.${name}`, dns.promises[name]) })
}

dgram.Socket.prototype.send = (() => refuse('a datagram')) as typeof dgram.Socket.prototype.send
dgram.Socket.prototype.connect = (() => refuse('a datagram socket')) as typeof dgram.Socket.prototype.connect

const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (this: net.Server, ...given: unknown[]) {
  const host = hostOf(given)
  if (host !== '127.0.0.1') refuse(`listen on ${String(host)}`)
  return Reflect.apply(listen, this, given)
} as typeof listen

syncBuiltinESMExports()
