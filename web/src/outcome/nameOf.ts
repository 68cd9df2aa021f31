const LONGEST = 63;

/** A name as the definitions have them, made from a title: "The Boiler broke!" becomes `the-boiler-broke`. */
export function nameOf(title: string): string {
  const plain = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+/, "")
    .slice(0, LONGEST)
    .replace(/-+$/, "");
  return plain || "event";
}
