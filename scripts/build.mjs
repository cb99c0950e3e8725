// Bundles what ships into dist/: the command line, the worker and the library, in shared chunks.
// Where esbuild is not installed (the packed package, a production install) there is nothing to build with or to do.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

/** ink asks for React's developer tools, and for what they need, which never ship. */
const withoutDevtools = {
  name: 'without-devtools',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/devtools\.js$/ }, ({ path, importer }) =>
      importer.includes('node_modules/ink/') ? { path, namespace: 'stub' } : null,
    );
    onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: '' }));
  },
};

const esbuild = await import('esbuild').catch(() => null);
if (esbuild && existsSync(join(root, 'src'))) {
  // The library stands apart: sharing files with it would cut the program into many more.
  const bundles = [
    await bundle(esbuild, { main: 'src/main.ts', worker: 'src/store/worker.ts' }),
    await bundle(esbuild, { index: 'src/index.ts' }),
  ];
  // Built beside and put in place in one step: what runs meanwhile finds either the old build or the new one.
  const fresh = mkdtempSync(join(root, '.dist-'));
  try {
    for (const { path, contents } of bundles.flatMap(({ outputFiles }) => outputFiles))
      writeFileSync(join(fresh, relative(dist, path)), contents);
    writeFileSync(
      join(fresh, 'THIRD-PARTY.txt'),
      licences(bundles.flatMap(({ metafile }) => Object.values(metafile.outputs))),
    );
    declareTypes(join(fresh, 'types'));
    replace(dist, fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Puts a folder in the place of another, which is removed once it is out of the way. */
function replace(target, fresh) {
  chmodSync(fresh, 0o755);
  const old = `${fresh}-old`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  rmSync(old, { recursive: true, force: true });
}

/** Code splitting keeps every command's own weight out of the others' start. */
function bundle({ build }, entryPoints) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return build({
    absWorkingDir: root,
    entryPoints,
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    minifySyntax: true,
    minifyWhitespace: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
    metafile: true,
    define: {
      'process.env.NODE_ENV': '"production"',
      QCODE_VERSION: JSON.stringify(version),
      // Nothing here asks the network. Yoga looks whether it could, and the mere look loads Node's client: 20 ms.
      fetch: 'undefined',
    },
    // CommonJS packages inside the bundle ask for Node's own modules through `require`.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    plugins: [withoutDevtools],
  });
}

/** The licence of every package of which something is in the bundle, and of those whose data the tables hold. */
function licences(outputs) {
  const bundled = outputs
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => packageFolder(path))
    .filter((folder) => folder !== null);
  const folders = [...new Set([...bundled, 'node_modules/opencc-js'])].sort();
  const parts = folders.map((folder) => licenceOf(join(root, folder)));
  const unicode =
    'Unicode Character Database\nCopyright © 1991-2025 Unicode, Inc. Unicode License v3: https://www.unicode.org/license.txt';
  const head = 'qcode contains parts of the packages below, or tables made from their data. Their licences:';
  return `${[head, ...parts, unicode].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

function packageFolder(path) {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
  return match ? match[1] : null;
}

function licenceOf(folder) {
  const { name, version, license, author, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const names = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license', 'License', 'license.md', 'NOTICE'];
  const texts = names
    .filter((file) => existsSync(join(folder, file)))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const distinct = [...new Set(texts)];
  const by = typeof author === 'object' ? author.name : author;
  const fallback = `Licence: ${license ?? 'see the package'}${by ? `, by ${by}` : ''}${homepage ? ` (${homepage})` : ''}`;
  return [`${name} ${version}`, ...(distinct.length ? distinct : [fallback])].join('\n\n');
}

/** Declarations of the library entry and what it mentions, with the compiler where it is installed. */
function declareTypes(types) {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  if (!existsSync(compiler)) return;
  try {
    execFileSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.types.json'), '--outDir', types], {
      cwd: root,
      stdio: 'pipe',
    });
  } catch (error) {
    // Types that do not check are the type check's to report; a build still runs.
    process.stderr.write(`${relative(root, dist)}/types is incomplete:\n${error.stdout}\n`);
  }
  prune(types);
}

/** Removes declarations that nothing public mentions. */
function prune(types) {
  const mentioned = new Set();
  const visit = (file) => {
    if (mentioned.has(file) || !existsSync(file)) return;
    mentioned.add(file);
    const targets = readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*['"](\.[^'"]+)\.js['"]/g);
    for (const [, target] of targets) visit(join(dirname(file), `${target}.d.ts`));
  };
  visit(join(types, 'index.d.ts'));
  for (const entry of readdirSync(types, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && !mentioned.has(file)) rmSync(file);
  }
}
