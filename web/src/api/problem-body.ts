export type Params = Record<string, string | number>;

/** What is wrong with one field; `field` is a path such as `address.city` or `lines.2.price`. */
export interface FieldError {
  field: string;
  code: string;
  params: Params;
  message: string;
}

/** What the server says of a request that failed. */
export interface ProblemBody {
  status: number;
  code: string;
  params?: Params;
  detail?: string;
  /** One without a field is about the whole. */
  errors?: (Partial<Omit<FieldError, 'field'>> & { field: string | null })[];
}

/** What fills the words of its code: the parameters of the error that has it, whether it is about the whole or about one field. */
export const paramsOf = ({ code, params, errors = [] }: Omit<ProblemBody, 'status'>): Params =>
  params ?? errors.find((error) => error.code === code)?.params ?? {};
