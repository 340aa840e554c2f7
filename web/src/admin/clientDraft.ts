import type { Client, ClientDraft } from './api'

/** Where a new client starts: a web site that signs people in. */
export const freshDraft: ClientDraft = {
  name: '',
  authentication: 'SECRET',
  redirectUris: '',
  postLogoutRedirectUris: '',
  backChannelLogoutUri: '',
  grants: ['AUTHORIZATION_CODE', 'REFRESH_TOKEN'],
  scopes: ['openid', 'profile', 'email'],
  audiences: [],
  idTokenAlgorithm: 'RS256',
  pkceOptional: false,
  jwks: '',
}

/** A client as its form shows it: lists of addresses are lines. */
export function draftOf(client: Client): ClientDraft {
  return {
    name: client.name,
    authentication: client.authentication,
    redirectUris: client.redirectUris.join('\n'),
    postLogoutRedirectUris: client.postLogoutRedirectUris.join('\n'),
    backChannelLogoutUri: client.backChannelLogoutUri ?? '',
    grants: client.grants,
    scopes: client.scopes,
    audiences: client.audiences,
    idTokenAlgorithm: client.idTokenAlgorithm,
    pkceOptional: client.pkceOptional,
    jwks: client.jwks ?? '',
  }
}

/** A form as the service wants it. */
export function requestOf(draft: ClientDraft) {
  return {
    name: draft.name.trim(),
    authentication: draft.authentication,
    redirectUris: lines(draft.redirectUris),
    postLogoutRedirectUris: lines(draft.postLogoutRedirectUris),
    backChannelLogoutUri: draft.backChannelLogoutUri.trim() || null,
    grants: draft.grants,
    scopes: draft.scopes,
    audiences: draft.audiences,
    idTokenAlgorithm: draft.idTokenAlgorithm,
    // A public client has no other proof.
    pkceOptional: draft.pkceOptional && draft.authentication !== 'NONE',
    // Keys typed before the kind was changed are not meant.
    jwks: draft.authentication === 'PRIVATE_KEY_JWT' ? draft.jwks.trim() || null : null,
  }
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
