/** What is used of node-webpmux, which carries no types. */
declare module 'node-webpmux' {
  interface Frame {
    /** In ms. */
    delay: number;
  }
  class Image {
    load(source: Buffer): Promise<void>;
    static generateFrame(options: { img: Image; delay: number }): Promise<Frame>;
    static save(
      path: string,
      options: { width: number; height: number; frames: Frame[]; loops: number },
    ): Promise<void>;
  }
  const WebP: { Image: typeof Image };
  export default WebP;
}
