import { describe, expect, it } from 'vitest'
import { clientAddress } from './client-address.ts'

describe('clientAddress', () => {
  it('believes the socket and nothing else where no proxy of ours stands before us', () => {
    expect(clientAddress('10.0.0.9', '6.6.6.6', 0)).toBe('10.0.0.9')
  })
  it('counts our proxies from the right, so that what a client wrote is never reached', () => {
    expect(clientAddress('10.0.0.1', '6.6.6.6, 203.0.113.7', 1)).toBe('203.0.113.7')
    expect(clientAddress('10.0.0.1', '6.6.6.6, 203.0.113.7, 10.0.0.2', 2)).toBe('203.0.113.7')
  })
  it('falls back to the socket when the proxies added nothing', () => {
    expect(clientAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1')
    expect(clientAddress('10.0.0.1', ' , ', 1)).toBe('10.0.0.1')
  })
  it('writes an IPv4 address that came over IPv6 plainly', () => {
    expect(clientAddress('::ffff:127.0.0.1', undefined, 0)).toBe('127.0.0.1')
    expect(clientAddress('::1', undefined, 0)).toBe('::1')
  })
})
