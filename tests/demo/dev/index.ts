import { parseArgs } from 'node:util';
import { startSimulator } from '../../simulator/index.ts';
import { endOnSignal } from '../window.ts';
import { developInChromium } from './chromium.ts';
import { developInFirefox } from './firefox.ts';

/** `npm run dev`: the extension as it is being written, with the simulator; `--browser firefox` for the other browser. */
const { values } = parseArgs({ options: { browser: { type: 'string', default: 'chromium' } } });
if (!['chromium', 'firefox'].includes(values.browser)) {
  console.error(`There is no browser “${values.browser}” here: chromium or firefox.`);
  process.exit(1);
}
const simulator = await startSimulator();
endOnSignal();
await (values.browser === 'firefox' ? developInFirefox(simulator) : developInChromium(simulator));
console.log(`The simulator listens on 127.0.0.1:${simulator.port}. Ctrl+C ends everything.`);
