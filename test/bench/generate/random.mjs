/** A source of numbers from 0 (inclusive) to 1 (exclusive), the same for the same seed on every machine. */
export function generator(seed) {
  // sfc32 (Chris Doty-Humphrey, PractRand), seeded by a counter and shaken.
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed | 0];
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 16; i++) next();
  return next;
}

/** A whole number from `low` to `high`, both included. */
export const between = (random, low, high) => low + Math.floor(random() * (high - low + 1));

export const pick = (random, list) => list[Math.floor(random() * list.length)];

export function shuffled(random, list) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}

/** Probabilities of ranks 0, 1, 2 … after Zipf and Mandelbrot: p(r) ~ 1 / (r + 2.7) ^ exponent. */
export function zipf(count, exponent) {
  const weights = Float64Array.from({ length: count }, (_, rank) => (rank + 2.7) ** -exponent);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Draws positions by their probabilities, in constant time (Walker's alias method). */
export function sampler(probabilities) {
  const count = probabilities.length;
  const share = probabilities.map((p) => p * count);
  const alias = new Int32Array(count);
  const small = [];
  const large = [];
  share.forEach((value, i) => (value < 1 ? small : large).push(i));
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop();
    const rich = large[large.length - 1];
    alias[poor] = rich;
    share[rich] -= 1 - share[poor];
    if (share[rich] < 1) small.push(large.pop());
  }
  for (const rest of [...small, ...large]) share[rest] = 1;
  return (random) => {
    const i = Math.floor(random() * count);
    return random() < share[i] ? i : alias[i];
  };
}
