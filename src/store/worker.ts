import { parentPort, workerData } from 'node:worker_threads';
import { type Chunk, passChunk } from './chunk.js';
import { createSourceCoder } from './coded.js';
import type { Work } from './threads.js';
import { type Measures, visitorFor } from './visitors.js';

/** A worker thread: told a chunk, it answers with what its sources come to. */
const { study, options, measures } = workerData as Work<Measures>;
const coder = await createSourceCoder(study, options);
const visitor = visitorFor(measures);

parentPort?.on('message', async (chunk: Chunk) => {
  parentPort?.postMessage(await passChunk(study, measures, chunk, coder, visitor));
});
