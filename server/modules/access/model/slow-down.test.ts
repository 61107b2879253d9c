import { describe, expect, it } from 'vitest';
import { pauseBefore } from './slow-down.ts';

const now = new Date('2026-03-02T08:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe('slow down', () => {
  it.each([
    ['nothing failed yet', { ofAccount: 0, ofSource: 0, lastOfSourceAt: null }, false, 0],
    ['nine failed just now', { ofAccount: 9, ofSource: 9, lastOfSourceAt: ago(0) }, false, 0],
    ['ten failed just now', { ofAccount: 10, ofSource: 10, lastOfSourceAt: ago(0) }, false, 2],
    ['ten failed and two seconds passed', { ofAccount: 10, ofSource: 10, lastOfSourceAt: ago(2) }, false, 0],
    ['twelve failed just now', { ofAccount: 12, ofSource: 12, lastOfSourceAt: ago(0) }, false, 8],
    ['a hundred failed just now', { ofAccount: 100, ofSource: 100, lastOfSourceAt: ago(0) }, false, 60],
    ['a hundred failed a minute ago', { ofAccount: 100, ofSource: 100, lastOfSourceAt: ago(60) }, false, 0],
    ['others failed a hundred times', { ofAccount: 100, ofSource: 0, lastOfSourceAt: null }, false, 0],
    ['others failed often and this one once', { ofAccount: 100, ofSource: 1, lastOfSourceAt: ago(1) }, false, 59],
    ['others failed often, this known device once', { ofAccount: 100, ofSource: 1, lastOfSourceAt: ago(1) }, true, 0],
    ['this known device failed ten times', { ofAccount: 100, ofSource: 10, lastOfSourceAt: ago(0) }, true, 2],
  ])('%s', (_case, failures, knownDevice, seconds) => {
    expect(pauseBefore(failures, knownDevice, now)).toBe(seconds);
  });
});
