// The everyday way to send: nodemailer's pooled transport, in a process of its own. `nodemailer-process.ts PORT COUNT`: sends and says "done".
import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';

const [, , port, count, htmlFile] = process.argv;
const html = readFileSync(htmlFile!, 'utf8');
const transport = createTransport({
  pool: true,
  host: '127.0.0.1',
  port: Number(port),
  secure: false,
  ignoreTLS: true,
  maxConnections: 10,
  maxMessages: Number.POSITIVE_INFINITY,
});

const send = async (no: number): Promise<void> => {
  await transport.sendMail({
    from: 'Fjord <news@fjord.example>',
    to: `person${no}@example.org`,
    subject: `News for Person ${no}`,
    html: html.replaceAll('NAME', `Person ${no}`),
    text: `Hello Person ${no}`,
  });
};

process.once('message', async () => {
  await Promise.all(Array.from({ length: Number(count) }, (_, no) => send(no)));
  transport.close();
  process.send?.('done');
});
process.send?.('ready');
process.on('disconnect', () => process.exit(0));
