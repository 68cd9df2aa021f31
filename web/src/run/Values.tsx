/** Named values as they are: texts as texts, the others as JSON. */
export function Values({ values, empty }: { values: object; empty?: string }) {
  const entries = Object.entries(values);
  if (entries.length === 0) return empty ? <p className="muted">{empty}</p> : null;
  return (
    <dl className="values">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeof value === "string" ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
