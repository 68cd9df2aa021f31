import { QueryClient } from "@tanstack/react-query";
import createFetch, { type Middleware } from "openapi-fetch";
import createQueries from "openapi-react-query";
import type { components, paths } from "./schema";

/** What the server answers when it refuses: RFC 9457. */
export type Problem = components["schemas"]["Problem"];

/** Whoever is not signed in (any more) is taken to the sign-in page, and back to where he was. */
const signIn: Middleware = {
  onResponse({ response }) {
    if (response.status === 401) {
      const here = location.pathname + location.search;
      location.assign(`/login?next=${encodeURIComponent(here)}`);
    }
  },
};

/** The API. The header says that one of our own pages asks, and no other site. */
export const api = createFetch<paths>({ headers: { "X-Outturn": "1" } });
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
