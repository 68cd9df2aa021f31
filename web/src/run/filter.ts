/** What of the runs is shown, as it stands in the address. */
export interface Filter {
  workflow: string;
  project: string;
  state: string;
  businessDate: string;
  /** Whether runs that tasks of others have called are shown too. */
  called: boolean;
  after: string;
}

const AT_ONCE = 50;
const STATES = ["waiting", "running", "succeeded", "failed", "cancelled"] as const;
export type RunState = (typeof STATES)[number];

export function filterOf(search: URLSearchParams): Filter {
  const of = (key: string) => search.get(key) ?? "";
  return {
    workflow: of("workflow"),
    project: of("project"),
    state: of("state"),
    businessDate: of("businessDate"),
    called: search.get("called") === "true",
    after: of("after"),
  };
}

/** The states of a filter that there are: an address may say anything. */
export function statesOf(filter: Filter): RunState[] {
  const asked = filter.state.split(",");
  return STATES.filter((state) => asked.includes(state));
}

/** As the API is asked: what is empty is left out. */
export function queryOf(filter: Filter) {
  const states = statesOf(filter);
  return {
    limit: AT_ONCE,
    called: filter.called,
    ...(filter.workflow && { workflow: filter.workflow }),
    ...(filter.project && { project: filter.project }),
    ...(states.length > 0 && { state: states.join(",") }),
    ...(/^\d{4}-\d\d-\d\d$/.test(filter.businessDate) && { businessDate: filter.businessDate }),
    ...(filter.after && { after: filter.after }),
  };
}

/** Whether it leaves anything out, so that to do something to all of it is meant. */
export function isNarrow(filter: Filter): boolean {
  return [filter.workflow, filter.project, filter.state, filter.businessDate].some((each) => each !== "");
}
