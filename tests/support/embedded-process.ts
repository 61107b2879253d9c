// A Fanfare process reduced to its database: says "ready" and where, closes when its input ends.
import { connectionUrl, EmbeddedDatabase } from '../../server/platform/database/embedded.ts';
import { silentLogger } from '../../server/platform/logger.ts';

const embedded = await EmbeddedDatabase.start({ dataFolder: process.argv[2]!, logger: silentLogger, durable: false });
console.log(`ready ${connectionUrl(embedded.connection)}`);
process.stdin.resume().on('end', () => void embedded.close().then(() => process.exit(0)));
