// Modules of src, which are TypeScript, in this process: for what is measured without processes, files or output.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Bundles modules of src and loads them. */
export async function source(modules) {
  const folder = mkdtempSync(join(tmpdir(), 'qcode-bench-'));
  const outfile = join(folder, 'modules.mjs');
  try {
    const contents = modules.map((path) => `export * from './src/${path}.ts';`).join('\n');
    await build({
      stdin: { contents, resolveDir: ROOT },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      // As in what ships.
      minifySyntax: true,
      define: { 'process.env.NODE_ENV': '"production"' },
      banner: {
        js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
      },
      outfile,
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
