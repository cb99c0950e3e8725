import { describe, expect, it } from '@jest/globals';
import { markedDiff } from '../../../src/coding/marked-diff.js';

describe('a diff on one line', () => {
  it('compares words where there are spaces, and characters where there are none', () => {
    expect(markedDiff('we trust them', 'we trusted them')).toBe('we [-trust-]{+trusted+} them');
    expect(markedDiff('资金不够用', '资金不太够用')).toBe('资金不{+太+}够用');
    expect(markedDiff('政府拖欠款项', '政府欠款项')).toBe('政府[-拖-]欠款项');
  });

  it('shows line breaks, and shortens what is unchanged', () => {
    expect(markedDiff('好。\n是的', '好。 是的')).toBe('好。[-⏎-]{+ +}是的');
    const long = '很长的话'.repeat(30);
    expect(markedDiff(`${long}不`, `${long}是`)).toBe(`…${'很长的话'.repeat(6)}[-不-]{+是+}`);
    expect(markedDiff(long, long)).toBe(`${'很长的话'.repeat(12)}…${'很长的话'.repeat(6)}`);
  });
});
