import { ConfigError } from '../config/config-error.ts';
import { DemoRefused } from './demo/demo-refused.ts';
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
  const expected = error instanceof DemoRefused || error instanceof ConfigError;
  console.error(expected ? error.message : error);
  process.exitCode = 1;
}
