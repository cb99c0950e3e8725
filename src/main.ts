import process from 'node:process';
import { run } from './cli/run.js';
import { registry } from './commands/registry.js';

process.exitCode = await run(registry, process.argv.slice(2));
