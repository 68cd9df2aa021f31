import type { Role } from "../access/roles";
import { words } from "../text/words";

export interface PageLink {
  path: string;
  title: string;
  /** Pressed after `g`, it goes there. */
  key: string;
  /** The role, at least somewhere, without which nothing is to be seen there. */
  needs?: Role;
}

export interface Home {
  title: string;
  pages: PageLink[];
}

const { pages } = words;

/** The homes and their pages, in the order of the bar. */
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
  {
    title: words.homes.access,
    pages: [
      { path: "/account", title: pages.account, key: "y" },
      { path: "/users", title: pages.users, key: "u", needs: "owner" },
      { path: "/audit", title: pages.audit, key: "i", needs: "admin" },
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
