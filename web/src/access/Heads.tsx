/** The heads of a table whose last column has buttons, which need no word that is seen. */
export function Heads({ names, acts }: { names: string[]; acts: string }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
        <th scope="col">
          <span className="hidden-text">{acts}</span>
        </th>
      </tr>
    </thead>
  );
}
