import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Loading } from "./Loading";
import { Page } from "./Page";
import { ProblemNote } from "./ProblemNote";

interface Props<T> {
  query: UseQueryResult<T, unknown>;
  lines?: number;
  /** Of the page that cannot be shown: also it has a heading. */
  title?: string;
  children: (data: T) => ReactNode;
}

/** Draws what was asked for once it has come; before that its place, or what went wrong. Old data stays in sight. */
export function Asked<T>(props: Props<T>) {
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
  if (query.isError) {
    const note = <ProblemNote error={query.error} again={again} />;
    return props.title === undefined ? note : <Page title={props.title}>{note}</Page>;
  }
  return <Loading lines={props.lines ?? 6} />;
}
