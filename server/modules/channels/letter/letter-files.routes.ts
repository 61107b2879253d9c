import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import { LayoutDesign } from '../../../../contract/layouts.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { InvalidInput } from '../../../platform/http/problem.ts';
import { bare } from '../../../platform/http/route.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { imagesOf, type Press, type PrintedDocument } from '../../layouts/index.ts';
import { getBatch } from './batch.views.ts';
import { headsOf } from './seal-batch.ts';

interface Needs {
  db: Db;
  clock: Clock;
  press: Press;
}

const pdf = (reply: FastifyReply, name: string, how: 'attachment' | 'inline') =>
  reply
    .type('application/pdf')
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `${how}; filename="${name}.pdf"`);

async function* piecesOf(db: Db, id: string): AsyncGenerator<Buffer> {
  for (let place = 0; ; place += 1) {
    const { rows } = await sql<{ bytes: Buffer }>`
      select bytes from letter_batch_piece where batch_id = ${id} and place = ${place}`.execute(db);
    if (!rows[0]) return;
    yield rows[0].bytes;
  }
}

const parsed = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const read = schema.safeParse(value);
  if (!read.success) throw new InvalidInput(read.error);
  return read.data;
};

const OneBatch = z.object({ id: z.uuid() });
const Again = z.object({ again: z.enum(['yes', 'no']).default('no') });
const OneLetter = z.object({ runId: z.string().regex(/^\d{1,18}$/), no: z.coerce.number().int().positive() });

/** The first to take a batch prints it. Who takes it again has to say so: the sealed file is the same, but a second stack of letters is not meant. */
const takeBatch = bare<Needs, Actor>({
  method: 'GET',
  path: '/api/letter-batches/:id/pdf',
  access: 'session',
  summary: 'The sealed file of a batch; whoever takes it after somebody else says again=yes',
  handle: async ({ db, clock }, actor, { request, reply }) => {
    authorise(actor, 'campaign.see');
    const { id } = parsed(OneBatch, request.params);
    const { again } = parsed(Again, request.query);
    const batch = await getBatch(db, id);
    if (!batch.proof) {
      const { numAffectedRows } = await sql`
        update letter_batch set taken_at = ${clock.now()}, taken_by = ${actor.userId} where id = ${id} and taken_at is null`.execute(
        db,
      );
      if (numAffectedRows !== 1n && again !== 'yes')
        throw new Conflict('letter_batch_taken', { by: batch.takenBy ?? '' });
    }
    return pdf(
      reply,
      `${batch.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/[^ -~]/g, '_')}-${id.slice(-6)}`,
      'attachment',
    )
      .header('content-length', batch.bytes)
      .send(Readable.from(piecesOf(db, id)));
  },
});

/** Set anew from what was stored with the letter: the same words, code and letterhead. */
const showLetter = bare<Needs, Actor>({
  method: 'GET',
  path: '/api/letters/:runId/:no/pdf',
  access: 'session',
  summary: 'One letter as it was printed',
  handle: async ({ db, press }, actor, { request, reply }) => {
    authorise(actor, 'campaign.see');
    authorise(actor, 'crm.see');
    const { runId, no } = parsed(OneLetter, request.params);
    const { rows } = await sql<{ document: PrintedDocument; design: unknown; code: string; name: string }>`
      select l.document, b.design, l.code, b.name from letter l join letter_batch b on b.id = l.batch_id
      where l.run_id = ${runId} and l.no = ${no}`.execute(db);
    const [letter] = rows;
    if (!letter) throw new NotFound('letter');
    const design = LayoutDesign.parse(letter.design);
    const job = {
      title: letter.name,
      author: '',
      heads: headsOf(design),
      images: imagesOf(design),
      documents: [letter.document],
    };
    return pdf(reply, letter.code, 'inline').send((await press.print(job)).pdf);
  },
});

export const letterFiles = [takeBatch, showLetter];
