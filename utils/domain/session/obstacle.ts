/** What keeps a renewal from being safe in this browser; the surfaces have a sentence and a button for each. */
export type Obstacle =
  /** The person does not let us see these domains. */
  | { kind: 'hosts'; domains: string[] }
  /** The browser does not apply the guard's rules. */
  | { kind: 'rules' }
  /** The browser refuses to set cookies in this jar, or to show what was set. */
  | { kind: 'cookies' }
  /** The jar that we see and would clear is not the one that the tab uses. */
  | { kind: 'other-jar' };
