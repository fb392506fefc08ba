import { Component, type ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Failure } from './Failure.tsx';

interface BoundaryProps {
  /** What it is a part of: a whole page, a card of a page, or a row of a table with so many columns. */
  of: 'page' | 'card' | { columns: number };
  children: ComponentChildren;
}

interface Thrown {
  error: unknown;
}

/** Keeps a part that throws from taking the others with it, and says that it is missing. */
export class Boundary extends Component<BoundaryProps, { thrown?: Thrown }> {
  static override getDerivedStateFromError(error: unknown): { thrown: Thrown } {
    return { thrown: { error } };
  }

  override render({ of, children }: BoundaryProps, { thrown }: { thrown?: Thrown }) {
    if (!thrown) return children;
    const isPage = of === 'page';
    const failure = (
      <Failure
        heading={i18n.t(isPage ? 'failure.pageHeading' : 'failure.partHeading')}
        text={i18n.t(isPage ? 'failure.pageText' : 'failure.partText')}
        error={thrown.error}
        onAgain={() => (isPage ? location.reload() : this.setState({ thrown: undefined }))}
      />
    );
    if (isPage) return <main class="failed">{failure}</main>;
    if (of === 'card') return failure;
    return (
      <tr>
        <td colSpan={of.columns}>{failure}</td>
      </tr>
    );
  }
}
