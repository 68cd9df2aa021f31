import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Loading } from "./Loading";
import { ProblemNote } from "./ProblemNote";

/** Draws what was asked for once it has come; before that its place, or what went wrong. Old data stays in sight. */
export function Asked<T>(props: { query: UseQueryResult<T, unknown>; lines?: number; children: (data: T) => ReactNode }) {
  const { query } = props;
  const again = () => void query.refetch();
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && <ProblemNote error={query.error} again={again} />}
        {props.children(query.data)}
      </>
    );
  }
  if (query.isError) return <ProblemNote error={query.error} again={again} />;
  return <Loading lines={props.lines ?? 6} />;
}
