import type { Preferences } from '../../domain/settings/settings-schema.ts';
import type { Ports } from '../ports/ports.ts';
import type { Outcome } from '../reading/views.ts';

/** Keeps what the person chose for everything. */
export async function prefer(
  { settings }: Pick<Ports, 'settings'>,
  { defaultMode, welcomed }: Preferences,
): Promise<Outcome> {
  const { defaultMode: before, ...others } = await settings.get();
  const mode = defaultMode === undefined ? before : defaultMode === 'suggested' ? undefined : defaultMode;
  await settings.put({ ...others, ...(mode && { defaultMode: mode }), ...(welcomed && { welcomed }) });
  return { ok: true };
}
