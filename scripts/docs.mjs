// Writes MANUAL.md from the registry of commands, the table of keys and the catalogue of diagnostics.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'qcode-docs-'));
try {
  const bundle = join(folder, 'manual.mjs');
  await build({
    absWorkingDir: root,
    stdin: {
      contents: `export { manual } from './src/cli/manual.ts'; export { registry } from './src/commands/registry.ts'; export { helpSections } from './src/tui/keys/help.ts';`,
      resolveDir: root,
    },
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    alias: { 'react-devtools-core': join(root, 'scripts/nothing.mjs') },
  });
  const { manual, registry, helpSections } = await import(pathToFileURL(bundle));
  writeFileSync(join(root, 'MANUAL.md'), await manual(registry, helpSections()));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
