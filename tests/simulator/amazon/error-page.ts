import type { AmazonApplication } from '../applications.ts';
import type { Reply, SimRequest } from '../core/exchange.ts';
import { html } from '../core/html.ts';
import type { AmazonError } from '../switches.ts';
import { type AmazonContext, amazonPage } from './layout.ts';

/** The page shown instead of a consent page. With which HTTP status the real one comes is unknown. */
export function errorPage(context: AmazonContext, error: AmazonError, applicationId: string | null): Reply {
  if (error === 'usage-limit')
    return message(context, 'This application has reached the OAuthorization usage limit.');
  if (error === 'invalid-access')
    return message(
      context,
      'Invalid Access',
      'To authorise an application you need to be the primary user or a secondary admin of this account.',
    );
  return amazonPage(context, {
    title: 'Something went wrong',
    main: html`<main class="narrow"><div class="error-box" role="alert"><h1>Something went wrong</h1>
<p>We are sorry but we encountered an error while processing your request.</p>
<p>Please contact Selling Partner Support if the problem persists.</p>
<p>App ID: ${applicationId ?? '-'}</p><p>Error Code: ${error}</p></div></main>`,
  });
}

function message(context: AmazonContext, title: string, text?: string): Reply {
  return amazonPage(context, {
    title,
    main: html`<main class="narrow"><div class="error-box" role="alert"><h1>${title}</h1>${text && html`<p>${text}</p>`}</div></main>`,
  });
}

/** Versions of the consent URL that are known; others give the generic error (docs#533). */
const versions: readonly (string | null)[] = [null, 'beta'];

/**
 * Why an authorise request gets no consent page, if so
 * (SP-API docs website-authorization-workflow; codes as in docs#262, #533, #1926).
 */
export function requestError(
  query: SimRequest['query'],
  application: AmazonApplication | undefined,
): AmazonError | undefined {
  const id = query.get('application_id');
  if (!application) return id?.startsWith('amzn1.application-oa2-client.') ? 'MD1000' : 'MD9999';
  if (application.error && application.error !== 'MD0000') return application.error;
  if (!versions.includes(query.get('version'))) return 'MD9999';
  if (application.draft && query.get('version') !== 'beta') return 'MD1000';
  const redirectUri = query.get('redirect_uri');
  if (redirectUri?.includes('#')) return 'MD5110';
  if (redirectUri && !application.redirectUris.includes(redirectUri)) return 'MD5101';
  return undefined;
}
