import type { components } from "../api/schema";

/** A workflow as the server tells it. */
export type Workflow = components["schemas"]["Workflow"];
