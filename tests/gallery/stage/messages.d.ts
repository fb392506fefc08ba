declare module 'virtual:messages' {
  /** Texts by language. */
  const messages: Record<string, Record<string, string>>;
  export default messages;
}
