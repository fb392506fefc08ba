import { expect, it } from 'vitest';
import type { NewCookie } from '../driver/index.ts';
import { type Api, contracts } from './browsers.ts';

const HOST = 'sellercentral-europe.amazon.com';
const parted: NewCookie = {
  name: 'parted',
  value: 'v',
  domain: HOST,
  sameSite: 'none',
  partition: 'https://vendor.example',
};

contracts('cookies', (stage) => {
  it('are all read with an empty partition key, and without those of partitions else', async () => {
    const { browser } = stage;
    await browser.setCookies([{ name: 'plain', value: 'v', domain: HOST }, parted]);
    const names = await browser.background(async () => {
      const { cookies } = (globalThis as unknown as { chrome: Api }).chrome;
      const read = async (details: object): Promise<string[]> =>
        (await cookies.getAll({ domain: 'amazon.com', ...details })).map(({ name }) => name).sort();
      return { without: await read({}), empty: await read({ partitionKey: {} }) };
    });
    expect(names).toEqual({ without: ['plain'], empty: ['parted', 'plain'] });
  });

  it('of a partition are removed with their own key, not with an empty one', async () => {
    const { browser } = stage;
    await browser.setCookies([parted]);
    const left = await browser.background(async () => {
      const { cookies } = (globalThis as unknown as { chrome: Api }).chrome;
      const [cookie] = await cookies.getAll({ domain: 'amazon.com', partitionKey: {} });
      const url = 'https://sellercentral-europe.amazon.com/';
      const count = async (): Promise<number> =>
        (await cookies.getAll({ domain: 'amazon.com', partitionKey: {} })).length;
      await cookies.remove({ url, name: 'parted', partitionKey: {} });
      const afterEmpty = await count();
      await cookies.remove({ url, name: 'parted', partitionKey: cookie?.partitionKey ?? {} });
      return [afterEmpty, await count()];
    });
    expect(left).toEqual([1, 0]);
    expect(await browser.cookies()).toEqual([]);
  });

  it('that are not Secure can be read, because the hosts are ours over http too', async () => {
    const { browser } = stage;
    await browser.setCookies([{ name: 'open', value: 'v', domain: HOST, secure: false }]);
    const names = await browser.background(async () => {
      const { cookies } = (globalThis as unknown as { chrome: Api }).chrome;
      return (await cookies.getAll({ domain: 'amazon.com' })).map(({ name }) => name);
    });
    expect(names).toEqual(['open']);
  });
});
