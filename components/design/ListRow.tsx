import type { ComponentChildren } from 'preact';

interface ListRowProps {
  mark: ComponentChildren;
  name: ComponentChildren;
  /** A line below the name. */
  line?: ComponentChildren;
  /** How it stands and what can be done. */
  end?: ComponentChildren;
  /** It stands alone, and names are shown in full. */
  large?: boolean;
}

/** One thing of several. */
export function ListRow({ mark, name, line, end, large }: ListRowProps) {
  return (
    <div class={large ? 'list-row large' : 'list-row'}>
      {mark}
      <div class="list-row-text">
        <span class="list-row-name">{name}</span>
        {line && <span class="list-row-line">{line}</span>}
      </div>
      {end && <div class="list-row-end">{end}</div>}
    </div>
  );
}
