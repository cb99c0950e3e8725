declare module 'mammoth/lib/unzip.js' {
  interface Archive {
    exists(name: string): boolean;
    read(name: string, encoding?: string): Promise<string | Uint8Array>;
  }
  const unzip: { openZip(input: { buffer: Uint8Array }): Promise<Archive> };
  export default unzip;
}
