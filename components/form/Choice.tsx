import type { ComponentChildren } from 'preact';
import './choice.css';

interface ChoiceProps<T extends string> {
  /** Names the group of radio buttons. */
  name: string;
  value: T;
  chosen: T | undefined;
  onChoose: (value: T) => void;
  children: ComponentChildren;
}

/** One radio button with its text as a large target. */
export function Choice<T extends string>({ name, value, chosen, onChoose, children }: ChoiceProps<T>) {
  return (
    <label class="choice">
      <input
        type="radio"
        name={name}
        value={value}
        checked={chosen === value}
        onChange={() => onChoose(value)}
      />
      <span class="choice-text">{children}</span>
    </label>
  );
}
