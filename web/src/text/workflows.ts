export const workflowsText = {
  title: "Workflows",
  lead: (count: number, running: number) =>
    `${count} ${count === 1 ? "workflow" : "workflows"}, ${running === 0 ? "none of them running" : `${running} running now`}.`,
  filter: "Name, title or owner",
  project: "Project",
  everyProject: "all projects",
  columns: { name: "Workflow", last: "Last runs", next: "Next start", owner: "Owner" },
  paused: "paused",
  noSchedule: "no schedule",
  nothing: "No workflow fits what you typed.",
  empty: "There is no workflow yet. Write one as a file, look at what it would change, and put it in force:",
};
