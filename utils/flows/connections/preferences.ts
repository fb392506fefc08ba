import type { CleanMode } from '../../domain/session/modes.ts';
import type { Ports } from '../ports/ports.ts';
import type { Outcome } from '../reading/views.ts';

/** What the person chooses for everything; what is absent stays as it is. */
export interface Preferences {
  /** `suggested`: what fits the connection. */
  defaultMode?: CleanMode | 'suggested' | undefined;
  /** The first steps were put away. */
  welcomed?: true | undefined;
}

/** Keeps what the person chose for everything. */
export async function prefer(
  { settings, toolbar }: Pick<Ports, 'settings' | 'toolbar'>,
  { defaultMode, welcomed }: Preferences,
): Promise<Outcome> {
  const { defaultMode: before, ...others } = await settings.get();
  const mode = defaultMode === undefined ? before : defaultMode === 'suggested' ? undefined : defaultMode;
  await settings.put({ ...others, ...(mode && { defaultMode: mode }), ...(welcomed && { welcomed }) });
  await toolbar.changed();
  return { ok: true };
}
