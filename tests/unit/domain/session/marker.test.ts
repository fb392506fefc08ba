import { describe, expect, it } from 'vitest';
import { guardRules } from '@/utils/domain/address/guard-rules.ts';
import {
  markerAddress,
  markerMatches,
  markerName,
  markerOrigins,
  markersIn,
} from '@/utils/domain/session/marker.ts';
import { verdict } from '../../../fakes/dnr.ts';

const marker = { name: markerName('0815-x'), domain: 'amazon.de', jar: '0' };

describe('a marker', () => {
  it('is asked for at a port to which no browser connects, on every session domain', () => {
    expect(new URL(markerAddress(marker)).port).toBe('1');
    expect(markerOrigins()).toContain(new URL(markerAddress(marker)).origin);
    expect(markerMatches().every((each) => each.includes(':1/grantkeeper-marker'))).toBe(true);
  });

  it('has an address of its own each time, which the guard lets be', () => {
    const other = markerAddress({ ...marker, name: markerName('other') });
    expect(other).not.toBe(markerAddress(marker));
    expect(verdict(guardRules(), { url: other, tabId: 1, type: 'sub_frame' })).not.toBe('guard');
  });

  it('is found in a header among others, of which nothing is told', () => {
    const header = `session-id=secret; ${marker.name}=1; at-acbde=grantkeeper-nothing`;
    expect(markersIn(header)).toEqual([marker.name]);
    expect(markersIn('')).toEqual([]);
  });
});
