/** Figures that a case may give beside the value, under the same tolerance. */
const BESIDE = new Set(['se', 'pa', 'pe', 'Do', 'De', 'se_null', 'se_fleiss_cohen_everitt', 'ci95']);
const TOLERANCE = 1e-9;

/**
 * What a case expects of one figure.
 *
 * @param relative whether the tolerance is relative even below 1: a tail of 1e-58 is not 0
 */
export function expectedOf(entry, relative) {
  const wrapped = typeof entry === 'object' && entry !== null && !Array.isArray(entry) && Object.hasOwn(entry, 'value');
  const { value, tolerance = TOLERANCE, ...rest } = wrapped ? entry : { value: entry };
  const figures = Object.fromEntries(Object.entries(rest).filter(([key]) => BESIDE.has(key)));
  return { value, tolerance, relative, figures };
}

/**
 * A line for each place where a figure is out of tolerance.
 *
 * @param got a plain value, a measured one ({ value, reason }), or { figure, beside, problems }: with the figures beside it
 *   and lines on what else is wrong
 */
export function differences(name, { value, tolerance, relative, figures }, got) {
  const whole = isObject(got) && Object.hasOwn(got, 'figure') ? got : { figure: got };
  const lines = [];
  const compare = (path, expected, actual) => {
    const { plain, reason } = unwrapped(actual);
    if (Array.isArray(expected) && Array.isArray(plain) && expected.length === plain.length)
      expected.forEach((item, i) => compare(`${path}[${i}]`, item, plain[i]));
    else if (isObject(expected) && isObject(plain)) {
      for (const key of Object.keys(expected)) compare(`${path}.${key}`, expected[key], plain[key]);
      // What is undefined may be left out.
      for (const key of Object.keys(plain))
        if (!Object.hasOwn(expected, key) && unwrapped(plain[key]).plain !== null)
          compare(`${path}.${key}`, undefined, plain[key]);
    } else if (!same(expected, plain, tolerance, relative))
      lines.push(
        `${path}: expected ${shown(expected)}, got ${shown(plain)}${reason ? ` (${reason})` : ''}, tolerance ${tolerance}`,
      );
  };
  compare(name, value, whole.figure);
  for (const [key, expected] of Object.entries(figures)) compare(`${name}.${key}`, expected, whole.beside?.[key]);
  return [...lines, ...(whole.problems ?? [])];
}

function same(expected, got, tolerance, relative) {
  if (typeof expected !== 'number' || typeof got !== 'number') return expected === got;
  const size = Math.abs(expected);
  const scale = relative && size > 0 ? size : Math.max(1, size);
  return Math.abs(got - expected) <= tolerance * scale;
}

function unwrapped(got) {
  const measured = isObject(got) && Object.hasOwn(got, 'value') && Object.keys(got).every((key) => MEASURED.has(key));
  return measured ? { plain: got.value, reason: got.reason } : { plain: got };
}

const MEASURED = new Set(['value', 'reason', 'flag', 'observed', 'expected', 'disagreement', 'coder', 'pair']);

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value) {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
