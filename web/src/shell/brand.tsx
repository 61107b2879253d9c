/** Our mark, and whose installation it is. */
export function Brand({ name }: { name?: string | undefined }) {
  return (
    <div className="brand">
      <img src="/fanfare.svg" alt="" width={26} height={26} />
      <span className="brand-name">{name ?? 'Fanfare'}</span>
    </div>
  );
}
