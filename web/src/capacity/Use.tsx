const MOST_DRAWN = 20;

/** How much of a pool is used: a mark for each, or a bar for a large one. The number stands beside it. */
export function Use({ used, size }: { used: number; size: number }) {
  const full = used >= size ? "full" : "";
  if (size > MOST_DRAWN) {
    return (
      <span className={`meter ${full}`} aria-hidden="true">
        <i style={{ width: `${Math.min(100, (100 * used) / size)}%` }} />
      </span>
    );
  }
  return (
    <span className={`use ${full}`} aria-hidden="true">
      {Array.from({ length: size }, (_, at) => (
        <i key={at} className={at < used ? "held" : ""} />
      ))}
    </span>
  );
}
