import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** The installation's key. The private half never leaves the data folder's file and this process. */
export interface SigningKey {
  /** The beginning of the SHA-256 of `publicKey` as it is written, 16 hexadecimal digits. */
  readonly id: string
  /** SPKI, DER, base64. */
  readonly publicKey: string
  /** Ed25519 (RFC 8032), base64url. */
  sign(text: string): string
}

export const signingKeyFile = (root: string): string => join(root, 'signing-key.pem')

/** @returns undefined where there is none. @throws Error for a file that holds no Ed25519 key */
export function readSigningKey(root: string): SigningKey | undefined {
  const file = signingKeyFile(root)
  if (!existsSync(file)) return undefined
  const key = createPrivateKey(readFileSync(file))
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds no Ed25519 key`)
  return signingKey(key)
}

/** The key of a data folder, made at first need and readable by the owner alone. */
export function needSigningKey(root: string): SigningKey {
  const present = readSigningKey(root)
  if (present !== undefined) return present
  const { privateKey } = generateKeyPairSync('ed25519')
  const descriptor = openSync(signingKeyFile(root), 'wx', 0o600)
  try {
    writeSync(descriptor, String(privateKey.export({ type: 'pkcs8', format: 'pem' })))
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  return signingKey(privateKey)
}

function signingKey(privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64')
  return { id: keyIdOf(publicKey), publicKey, sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url') }
}

export const keyIdOf = (publicKey: string): string => hash('sha256', publicKey, 'hex').slice(0, 16)

/** Whether a text was signed by the private half of a public key. */
export function signedBy(publicKey: string, { text, signature }: { text: string; signature: string }): boolean {
  const key = publicKeyOf(publicKey)
  return key !== undefined && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
}

/** @returns undefined for what is no Ed25519 key, which signed nothing */
function publicKeyOf(publicKey: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' })
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}
