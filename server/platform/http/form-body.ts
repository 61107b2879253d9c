import type { FastifyInstance, FastifyRequest } from 'fastify';

const FORM = 'application/x-www-form-urlencoded';
const MAX_FORM_BYTES = 16 * 1024;
const MULTIPART_LIMITS = { files: 0, fields: 20, parts: 20, fieldSize: 4096 };

/** Lets plain HTML forms post; only bare routes read them. */
export const acceptForms = (server: FastifyInstance): void => {
  server.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: MAX_FORM_BYTES }, (_request, body, done) =>
    done(null, new URLSearchParams(body as string)),
  );
};

/** The fields of a posted form, urlencoded or multipart; the last of equal names counts. Nothing else has fields. */
export const readForm = async (request: FastifyRequest): Promise<Map<string, string>> => {
  if (request.body instanceof URLSearchParams) return new Map(request.body);
  const fields = new Map<string, string>();
  if (!request.isMultipart()) return fields;
  for await (const part of request.parts({ limits: MULTIPART_LIMITS })) {
    if (part.type === 'field') fields.set(part.fieldname, String(part.value));
  }
  return fields;
};
