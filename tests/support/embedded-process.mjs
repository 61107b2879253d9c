// A Fanfare process reduced to its database: says "ready" and where, closes when its input ends. It runs what was built, which begins
// at once.
const built = (path) => import(new URL(`../../dist/server/platform/${path}`, import.meta.url).href);
const { connectionUrl, EmbeddedDatabase } = await built('database/embedded.js');
const { silentLogger } = await built('logger.js');

const embedded = await EmbeddedDatabase.start({ dataFolder: process.argv[2], logger: silentLogger, durable: false });
console.log(`ready ${connectionUrl(embedded.connection)}`);
process.stdin.resume().on('end', () => void embedded.close().then(() => process.exit(0)));
