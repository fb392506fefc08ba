import './tick.css';

interface TickProps {
  label: string;
  ticked: boolean;
  onTick: (ticked: boolean) => void;
}

/** A box to tick, with its text as part of the target. */
export function Tick({ label, ticked, onTick }: TickProps) {
  return (
    <label class="tick">
      <input type="checkbox" checked={ticked} onChange={(event) => onTick(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
