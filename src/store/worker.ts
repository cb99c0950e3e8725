import { parentPort, workerData } from 'node:worker_threads';
import { type Chunk, passChunk } from './chunk.js';
import { createSourceCoder } from './coded.js';
import type { Answer, Work } from './threads.js';
import { type Measures, type Tallies, visitorFor } from './visitors.js';

/** A worker thread: told a chunk, it answers with what its sources come to. */
const { study, options, measures } = workerData as Work<Measures>;
const coder = await createSourceCoder(study, options);
const visitor = visitorFor(measures);

parentPort?.on('message', async (message: Chunk | 'go on') => {
  if (message === 'go on') return goOn();
  const result = await passChunk(study, measures, message, coder, visitor, handOn);
  parentPort?.postMessage({ kind: 'result', result } satisfies Answer<Measures>);
});

let goOn: () => void = () => undefined;

/** Sends a part of the answer and waits until it was taken. */
async function handOn(tallies: Tallies<Measures>): Promise<void> {
  parentPort?.postMessage({ kind: 'part', tallies } satisfies Answer<Measures>);
  await new Promise<void>((resolve) => (goOn = resolve));
}
