/** The part of Mozilla's linter that we use; it brings no types. */
declare module 'addons-linter' {
  interface Message {
    code: string;
    file?: string;
    message: string;
  }
  interface Found {
    errors: Message[];
    warnings: Message[];
    notices: Message[];
    metadata: { totalScannedFileSize: number };
  }
  const linter: {
    createInstance(options: { config: object; runAsBinary: boolean }): { run(): Promise<Found> };
  };
  export default linter;
}
