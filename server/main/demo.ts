import { readOptions, USAGE } from './demo/options.ts';
import { runDemo } from './demo/run-demo.ts';

const options = readOptions(process.argv.slice(2));
if (options === null) {
  console.error(USAGE);
  process.exit(2);
}

try {
  process.exitCode = await runDemo(options);
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
}
