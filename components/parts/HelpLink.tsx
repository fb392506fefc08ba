import { QuestionIcon } from './icons.tsx';

interface HelpLinkProps {
  /** The help, or a part of it. */
  href: `/help.html${'' | `#${string}`}`;
  label: string;
}

/** A question mark that opens the help beside this page. */
export function HelpLink({ href, label }: HelpLinkProps) {
  return (
    <a
      class="button plain icon help"
      href={href}
      target="_blank"
      rel="noreferrer"
      aria-label={label}
      title={label}
    >
      <QuestionIcon />
    </a>
  );
}
