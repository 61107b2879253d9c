import { Press } from '../../server/modules/layouts/index.ts';

/** One for all files of a worker: begun from the sources, its thread takes half a second of the processor. It keeps no process alive. */
export const sharedPress = new Press();
