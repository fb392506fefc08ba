import type { Marketplace } from './schema.ts';

/** Where these errors stand. */
export const OAUTH_SOURCE: Marketplace['sources'][string] = {
  title: 'RFC 6749 §4.1.2.1, RFC 8707 and OpenID Connect Core §3.1.2.6',
  certainty: 'documented',
  checkedOn: '2026-11-30',
};

const BY_VENDOR = [
  'invalid_request',
  'unauthorized_client',
  'unsupported_response_type',
  'unsupported_response_mode',
  'invalid_scope',
  'invalid_client',
  'invalid_grant',
  'invalid_target',
  'invalid_request_uri',
  'invalid_request_object',
  'request_not_supported',
  'request_uri_not_supported',
  'registration_not_supported',
  // The software has asked that no page be shown, where one is needed.
  'interaction_required',
  'login_required',
  'account_selection_required',
  'consent_required',
];

const BY_RETRY = ['server_error', 'temporarily_unavailable'];

/** What every OAuth server may answer in place of a code; a refusal by the user is none of these. */
export const OAUTH_ERRORS: Marketplace['errors'] = [
  ...BY_VENDOR.map((code) => ({ code, fixedBy: ['vendor' as const], source: 'oauth' })),
  ...BY_RETRY.map((code) => ({ code, fixedBy: ['retry' as const, 'vendor' as const], source: 'oauth' })),
  { code: 'unmet_authentication_requirements', fixedBy: ['seller'], source: 'oauth' },
];
