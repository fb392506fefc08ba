const roles = { 'login.bol.com': 'login', 'partner.bol.com': 'partner', 'www.bol.com': 'shop' } as const;

export type BolRole = (typeof roles)[keyof typeof roles];

export interface BolSite {
  readonly host: string;
  readonly role: BolRole;
}

/** The site behind a host name, or undefined where bol has none. */
export function bolSite(host: string): BolSite | undefined {
  return Object.hasOwn(roles, host) ? { host, role: roles[host as keyof typeof roles] } : undefined;
}
