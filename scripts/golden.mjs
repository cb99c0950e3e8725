// Runs every golden case of a folder against the built library: npm run golden -- FOLDER
import { existsSync, statSync } from 'node:fs';
import { runFolder } from './golden/run.mjs';

const [folder, ...more] = process.argv.slice(2);
if (folder === undefined || more.length > 0) {
  console.error('usage: npm run golden -- FOLDER');
  process.exit(2);
}
if (!existsSync(folder) || !statSync(folder).isDirectory()) {
  console.error(`${folder} is no folder`);
  process.exit(2);
}
const { lines, counts } = runFolder(folder, await import('../dist/index.js'));
for (const line of lines) console.log(line);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : counts.passed + counts.skipped > 0 ? 0 : 2;
