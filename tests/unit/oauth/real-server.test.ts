import { beforeAll, describe, expect, it, vi } from 'vitest';
import { answerOf } from '@/utils/domain/address/answer/answer.ts';
import { digest } from '@/utils/domain/address/answer/digest.ts';
import { classifyUrl, isGuarded } from '@/utils/domain/address/consent-url.ts';
import { walk } from '../../oauth-server/client.ts';
import { authoriseUrl, createOAuthServer, STATE, type Wishes } from '../../oauth-server/provider.ts';

/** Parameters of the request, and where the answer's own parameters are then. */
const FORMS: [name: string, wishes: Wishes][] = [
  ['query', {}],
  ['fragment', { response_mode: 'fragment' }],
  ['form_post', { response_mode: 'form_post' }],
  ['hybrid', { response_type: 'code id_token', nonce: 'n' }],
];

const ERRORS: [error: string, wishes: Wishes][] = [
  ['login_required', { prompt: 'none' }],
  ['unsupported_response_type', { response_type: 'token' }],
  ['request_not_supported', { request: 'x' }],
  ['invalid_request', { prompt: 'none login' }],
];

describe('a real OAuth server behind eBay’s host name', () => {
  let server: ReturnType<typeof createOAuthServer>;
  beforeAll(() => {
    // It says that its keys and its memory are not for production.
    for (const level of ['warn', 'info', 'log'] as const)
      vi.spyOn(console, level).mockImplementation(() => {});
    server = createOAuthServer();
  });

  const told = async (wishes: Wishes, how: { refuse?: boolean } = {}) => {
    const { from, to, form } = await walk(server, authoriseUrl(wishes), how);
    return answerOf(from, to, form);
  };

  it.each(FORMS)('is stopped, and its grant is known as the run’s, in the form %s', async (_, wishes) => {
    const page = classifyUrl(authoriseUrl(wishes));
    expect(isGuarded(page)).toBe(true);
    expect(await told(wishes)).toMatchObject({
      outcome: 'granted',
      place: 'known',
      state: digest(STATE),
    });
  });

  it.each(FORMS)('is known to have been refused in the form %s', async (_, wishes) => {
    expect(await told(wishes, { refuse: true })).toMatchObject({ outcome: 'declined', state: digest(STATE) });
  });

  it.each(ERRORS)('is known to have failed with %s', async (error, wishes) => {
    expect(await told(wishes)).toMatchObject({ outcome: 'failed', error, state: digest(STATE) });
  });
});
