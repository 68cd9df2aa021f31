export const gridText = {
  title: (name: string) => `${name}: grid`,
  back: "The workflow",
  none: "It has not run yet: start a run, and its column is here.",
  lead: (dates: number, first: string, last: string, bad: number) =>
    `${dates === 1 ? `One business date, ${first}` : `${dates} business dates from ${first} to ${last}`}; ${
      bad === 0 ? "none of their newest runs failed or was cancelled" : `in ${bad} of them the newest run failed or was cancelled`
    }.`,
  dates: "Business dates",
  find: "Task",
  only: "Only tasks that failed in one of them",
  whole: "whole run",
  tasks: "Task",
  keys: "Arrow keys move within the grid, Enter opens the run.",
  left: (count: number) => `${count} more tasks are not shown.`,
  cell: (task: string, date: string, state: string, runs: number) =>
    `${task}, ${date}: ${state}${runs > 1 ? `, the newest of ${runs} runs` : ""}`,
  notBegun: "not begun",
  nothing: "No task fits.",
};
