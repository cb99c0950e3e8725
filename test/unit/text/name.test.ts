import { describe, expect, it } from '@jest/globals';
import { initials, isHead, shapeOf, withoutAffiliation } from '../../../src/text/name.js';

describe('shapeOf', () => {
  it.each([
    'Dan',
    'Dan Brown',
    'Ms Fong',
    'Dr. Kong',
    'Benedikt Bünz',
    'Ludwig van Beethoven',
    'A',
    'DB',
    'SPEAKER_00',
    '唐鳳',
    '林雨蒼',
    '欧阳修',
    '周科长',
    '消防署代表',
    '小王',
    '阿芳',
    '受访者1',
    '約翰·史密斯',
    '李伯璋 (中央健康保險署)',
  ])('%s looks like a name', (label) => expect(shapeOf(label)).toBe('name'));
  it.each([
    'the question is',
    'Note',
    'What Happened',
    'he said',
    '戏剧方面',
    '注',
    '建议',
    '第一点',
    '他说',
    '我的看法',
    '問題',
    '例如',
    'Well, you know',
    'a=b',
    '我觉得最重要的一点',
  ])('%s is prose', (label) => expect(shapeOf(label)).toBe('prose'));
  it.each(['皓婷', '陽光', 'dan', 'mum'])('%s could be a label', (label) => expect(shapeOf(label)).toBe('label'));
});

it('knows words that head a remark', () => {
  expect(['注', '備註', '图1', 'Note', 'PS', '(1)'].map(isHead)).toEqual([true, true, true, true, true, false]);
  expect(['A', '唐鳳', 'Dan'].some(isHead)).toBe(false);
});

it('takes off the office behind a name', () => {
  expect(withoutAffiliation('陳○○（附議者）')).toBe('陳○○');
  expect(withoutAffiliation('Ann (host)')).toBe('Ann');
});

it('knows initials', () =>
  expect(['Rae Armantrout', 'Jean-Luc Picard', 'Ann'].map(initials)).toEqual(['ra', 'jlp', '']));
