import { describe, expect, it } from '@jest/globals';
import { namedKey, textKey } from '../../../src/tui/keys/input.js';
import { readScript } from '../../../src/tui/shell/script.js';

const key = (key: ReturnType<typeof textKey>) => ({ kind: 'key', key });

describe('a script of keys', () => {
  it('types words letter by letter, and knows keys by their names', () => {
    expect(readScript('j ab return')).toEqual([textKey('j'), textKey('a'), textKey('b'), namedKey('return')].map(key));
    expect(readScript('ctrl-r shift-right meta-return space')).toEqual(
      [
        { ...namedKey('r'), ctrl: true },
        { ...namedKey('right'), shift: true },
        { ...namedKey('return'), meta: true },
        textKey(' '),
      ].map(key),
    );
  });

  it("takes what stands between quotation marks as text, a key's name and remarks too", () => {
    expect(readScript('"up #" # a remark\n#another\n資金')).toEqual(
      ['u', 'p', ' ', '#', '資', '金'].map((text) => key(textKey(text))),
    );
    expect(readScript('"a \\" b"')).toEqual(['a', ' ', '"', ' ', 'b'].map((text) => key(textKey(text))));
  });

  it('prints frames and changes the size', () => {
    expect(readScript('frame 120x40')).toEqual([{ kind: 'frame' }, { kind: 'size', columns: 120, rows: 40 }]);
  });
});
