import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { MoreIcon } from '../parts/icons.tsx';

export interface MenuItem {
  label: string;
  onChoose: () => void;
  danger?: boolean;
}

interface MenuProps {
  /** What the button is called: whose menu this is. */
  label: string;
  items: readonly MenuItem[];
}

/** Below this there is no room for a menu, and it opens upwards: CSS px. */
const ROOM = 220;

/** What can be done less often, behind a button with three dots. */
export function Menu({ label, items }: MenuProps) {
  const [open, setOpen] = useState<'below' | 'above'>();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (): void => {
    setOpen(undefined);
    button.current?.focus();
  };

  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const leave = (event: Event): void => {
      if (!event.composedPath().includes(root.current as EventTarget)) setOpen(undefined);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);

  const toggle = (): void => {
    const below = innerHeight - (button.current?.getBoundingClientRect().bottom ?? 0);
    setOpen(open ? undefined : below < ROOM ? 'above' : 'below');
  };
  const move = (event: KeyboardEvent): void => {
    const all = [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
    if (to === undefined) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  };

  return (
    <div class="menu" ref={root}>
      <button
        type="button"
        class="plain icon"
        ref={button}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open !== undefined}
        aria-controls={open && id}
        onClick={toggle}
      >
        <MoreIcon />
      </button>
      {open && (
        <div
          class={`menu-items ${open}`}
          role="menu"
          tabIndex={-1}
          aria-label={label}
          id={id}
          onKeyDown={move}
        >
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              class={item.danger ? 'danger' : undefined}
              onClick={() => {
                close();
                item.onChoose();
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
