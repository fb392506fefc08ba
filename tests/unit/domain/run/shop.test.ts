import { describe, expect, it } from 'vitest';
import { shopHost } from '@/utils/domain/run/shop.ts';

describe('the host of a shop', () => {
  it.each([
    ['https://www.my-shop.com/admin/magnalister?x=1#y', 'www.my-shop.com'],
    ['  www.my-shop.com ', 'www.my-shop.com'],
    ['my-shop.com/admin', 'my-shop.com'],
    ['HTTP://MY-Shop.com', 'my-shop.com'],
    ['https://my-shop.com:8443/admin', 'my-shop.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['https://anna:secret@my-shop.com/', 'my-shop.com'],
    ['192.168.0.7', '192.168.0.7'],
    ['localhost', 'localhost'],
  ])('of %s is %s', (text, host) => {
    expect(shopHost(text)).toBe(host);
  });

  it.each([
    '',
    '   ',
    'my shop',
    'shop',
    '*',
    '*.com',
    'https://*/',
    'javascript:alert(1)',
    'file:///etc',
    '[::1]',
  ])('is not in “%s”', (text) => {
    expect(shopHost(text)).toBeUndefined();
  });
});
