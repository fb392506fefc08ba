import { parseArgs } from 'node:util';
import { startSimulator } from './index.ts';

/** Starts the simulator alone, for a person with a browser. Logs host and path, never a query. */
const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });

const simulator = await startSimulator({
  port: Number(values.port),
  onRequest: ({ method, host, path, account }) =>
    console.log(`${method} ${host}${path}${account ? ` (${account})` : ''}`),
});

console.log(`The simulator listens on 127.0.0.1:${simulator.port}.

A Chromium that sees the marketplaces here and nothing else:

  chromium --user-data-dir="$(mktemp -d)" --no-first-run --disable-quic \\
    --disable-background-networking --disable-component-update --disable-sync \\
    --host-resolver-rules="MAP *:443 127.0.0.1:${simulator.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1" \\
    --ignore-certificate-errors-spki-list=${simulator.spki} \\
    https://simulator.example/

A Firefox with a profile of its own, in about:config:

  network.dns.forceResolve = 127.0.0.1
  network.socket.forcePort = 443=${simulator.port}

and then https://simulator.example/ (accept the certificate).
Ctrl+C ends it.
`);

process.once('SIGINT', () => simulator.close());
process.once('SIGTERM', () => simulator.close());
