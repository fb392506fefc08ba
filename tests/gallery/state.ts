import type { MessageType, sendMessage } from '@/utils/messages/send.ts';

type Answer<T extends MessageType> = Awaited<ReturnType<typeof sendMessage<T>>>;

/** What the background answers to each message; what is not named is answered with nothing. */
export type Answers = { [K in MessageType]?: Answer<K> };

/** One state of a surface: made-up data alone. */
export interface State {
  answers?: Answers;
  /** Whether the button is pinned; where nothing is said, the browser does not tell. */
  pinned?: boolean;
  /** The window is a private one. */
  inPrivate?: true;
  /** The page's own address, after the question mark. */
  query?: string;
  /** … and after its number sign. */
  hash?: string;
}

export type States = Record<string, State>;
