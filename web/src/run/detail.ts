import type { components } from "../api/schema";

/** All that the server tells of one task of a run. */
export type Detail = { does: string; task: components["schemas"]["TaskOfRun"]; reasons: components["schemas"]["Reason"][]; verbs: components["schemas"]["Way"][]; promised: Record<string, string> };
