import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';

interface FieldProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  optional?: boolean;
  /** The organisation decides it: it is only shown. */
  fixed?: boolean | undefined;
  /** Renders the control with the ids that tie it to its label and notes. */
  children: (control: {
    id: string;
    'aria-describedby'?: string;
    'aria-invalid'?: boolean;
    disabled?: boolean;
  }) => ComponentChildren;
}

/** A labelled control with its hint and, where something is wrong, the sentence that says what. */
export function Field({ label, hint: usual, error, optional, fixed, children }: FieldProps) {
  const id = useId();
  const hint = fixed ? i18n.t('managed.heading') : usual;
  const hintId = hint && `${id}-hint`;
  const errorId = error && `${id}-error`;
  const describedBy = [errorId, hintId].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional && !fixed && <span class="soft"> ({i18n.t('common.optional')})</span>}
      </label>
      {children({
        id,
        ...(describedBy && { 'aria-describedby': describedBy }),
        ...(error && { 'aria-invalid': true }),
        ...(fixed && { disabled: true }),
      })}
      <div class="notes">
        {error && (
          <p class="error" id={errorId}>
            {error}
          </p>
        )}
        {hint && (
          <p class="hint" id={hintId}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
