import { words } from "../text/words";

export interface PageLink {
  path: string;
  title: string;
  /** Pressed after `g`, it goes there. */
  key: string;
}

export interface Home {
  title: string;
  pages: PageLink[];
}

const { pages } = words;

/** The two homes and their pages, in the order of the bar. */
export const homes: Home[] = [
  {
    title: words.homes.operations,
    pages: [
      { path: "/", title: pages.now, key: "n" },
      { path: "/workflows", title: pages.workflows, key: "w" },
      { path: "/runs", title: pages.runs, key: "r" },
      { path: "/at-risk", title: pages.atRisk, key: "k" },
      { path: "/deadlines", title: pages.deadlines, key: "t" },
      { path: "/ahead", title: pages.ahead, key: "a" },
      { path: "/capacity", title: pages.capacity, key: "c" },
      { path: "/nodes", title: pages.nodes, key: "d" },
      { path: "/edit", title: pages.edit, key: "e" },
    ],
  },
  {
    title: words.homes.outcomes,
    pages: [
      { path: "/portfolio", title: pages.portfolio, key: "o" },
      { path: "/measures", title: pages.measures, key: "m" },
      { path: "/value-map", title: pages.valueMap, key: "v" },
      { path: "/services", title: pages.services, key: "l" },
      { path: "/surveys", title: pages.surveys, key: "s" },
      { path: "/honesty", title: pages.honesty, key: "h" },
      { path: "/describe", title: pages.describe, key: "b" },
    ],
  },
];

/** Under which page an address is: `/runs/x` under Runs, `/outcomes/x` under Portfolio. */
export function pageOf(path: string): PageLink | undefined {
  const under = path.startsWith("/outcomes/") ? "/portfolio" : path;
  return homes
    .flatMap((home) => home.pages)
    .filter((page) => (page.path === "/" ? under === "/" : under === page.path || under.startsWith(`${page.path}/`)))
    .at(0);
}

export function homeOf(path: string): Home | undefined {
  const page = pageOf(path);
  return homes.find((home) => page !== undefined && home.pages.includes(page));
}
