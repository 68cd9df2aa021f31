const BROWSERS: [RegExp, string][] = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\//, "Firefox"],
  [/Chrom(e|ium)\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux|X11/, "Linux"],
];

/** A browser as people call it, from what it calls itself; undefined when that says nothing known. */
export function browserOf(agent: string): string | undefined {
  const of = (known: [RegExp, string][]) => known.find(([sign]) => sign.test(agent))?.[1];
  const browser = of(BROWSERS);
  const system = of(SYSTEMS);
  if (browser === undefined) return system;
  return system === undefined ? browser : `${browser} on ${system}`;
}
