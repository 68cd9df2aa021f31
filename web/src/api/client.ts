import { QueryClient } from "@tanstack/react-query";
import createFetch, { type Middleware } from "openapi-fetch";
import createQueries from "openapi-react-query";
import type { components, paths } from "./schema";

/** What the server answers when it refuses: RFC 9457. */
export type Problem = components["schemas"]["Problem"];

/**
 * Whoever is not signed in (any more) is taken to the sign-in page, whoever has a given password to the page where he
 * sets his own, and both back to where they were.
 */
const signIn: Middleware = {
  async onResponse({ response }) {
    const next = encodeURIComponent(location.pathname + location.search);
    if (response.status === 401) location.assign(`/login?next=${next}`);
    if (response.status === 403) {
      const problem: unknown = await response.clone().json().catch(() => null);
      if (isProblem(problem) && problem.code === "password-change-needed") location.assign(`/password?next=${next}`);
    }
  },
};

/** The API. The header says that one of our own pages asks, and no other site. */
export const api = createFetch<paths, "application/json">({ headers: { "X-Outturn": "1" } });
api.use(signIn);

/** The API as queries: `queries.useQuery("get", "/api/v1/runs", …)`. */
export const queries = createQueries(api);

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // Refusals stay refusals; a server that is away for a moment is asked again.
        retry: (failures, error) => failures < 3 && !isProblem(error),
        refetchOnWindowFocus: true,
      },
    },
  });
}

export function isProblem(error: unknown): error is Problem {
  return typeof error === "object" && error !== null && "status" in error && "title" in error;
}
