import { describe, expect, test } from 'vitest'
import type { Client } from './api'
import { draftOf, freshDraft, requestOf } from './clientDraft'

const client: Client = {
  id: '0197a1b2-0000-7000-8000-000000000001',
  name: 'Weather board',
  authentication: 'SECRET',
  redirectUris: ['https://board.example/a', 'https://board.example/b'],
  postLogoutRedirectUris: [],
  backChannelLogoutUri: null,
  grants: ['AUTHORIZATION_CODE'],
  scopes: ['openid'],
  audiences: ['ectlog-service'],
  idTokenAlgorithm: 'ES256',
  pkceOptional: true,
  jwks: null,
  createdAt: '2026-03-01T12:00:00Z',
  version: 3,
}

describe('the form of a client', () => {
  test('gives back what it was filled with', () => {
    expect(requestOf(draftOf(client))).toEqual({
      name: 'Weather board',
      authentication: 'SECRET',
      redirectUris: ['https://board.example/a', 'https://board.example/b'],
      postLogoutRedirectUris: [],
      backChannelLogoutUri: null,
      grants: ['AUTHORIZATION_CODE'],
      scopes: ['openid'],
      audiences: ['ectlog-service'],
      idTokenAlgorithm: 'ES256',
      pkceOptional: true,
      jwks: null,
    })
  })

  test('takes one address a line, and no empty ones', () => {
    const { redirectUris } = requestOf({
      ...freshDraft,
      redirectUris: ' https://a.example/cb \n\nhttps://b.example/cb\n',
    })
    expect(redirectUris).toEqual(['https://a.example/cb', 'https://b.example/cb'])
  })

  test('lets no public client off PKCE', () => {
    const excepted = { ...freshDraft, pkceOptional: true }
    expect(requestOf(excepted).pkceOptional).toBe(true)
    expect(requestOf({ ...excepted, authentication: 'NONE' }).pkceOptional).toBe(false)
  })

  test('sends keys for clients that sign, and for no others', () => {
    const keys = { ...freshDraft, jwks: '{"keys":[]}' }
    expect(requestOf(keys).jwks).toBeNull()
    expect(requestOf({ ...keys, authentication: 'PRIVATE_KEY_JWT' }).jwks).toBe('{"keys":[]}')
  })
})
