import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { NowPage } from "./now/NowPage";
import { Loading } from "./parts/Loading";
import { NotFound } from "./parts/NotFound";
import { Shell } from "./shell/Shell";

// Each page is loaded when it is first looked at.
const WorkflowsPage = lazy(() => import("./workflow/WorkflowsPage"));
const AheadPage = lazy(() => import("./ahead/AheadPage"));
const CapacityPage = lazy(() => import("./capacity/CapacityPage"));
const EditPage = lazy(() => import("./edit/EditPage"));
const GridPage = lazy(() => import("./workflow/GridPage"));
const NodesPage = lazy(() => import("./node/NodesPage"));
const ProjectPage = lazy(() => import("./edit/ProjectPage"));
const WorkflowPage = lazy(() => import("./workflow/WorkflowPage"));

/** All pages, by their addresses. */
export function App() {
  return (
    <Shell>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/" component={NowPage} />
          <Route path="/workflows" component={WorkflowsPage} />
          <Route path="/workflows/:name" component={WorkflowPage} />
          <Route path="/workflows/:name/grid" component={GridPage} />
          <Route path="/ahead" component={AheadPage} />
          <Route path="/capacity" component={CapacityPage} />
          <Route path="/nodes" component={NodesPage} />
          <Route path="/edit" component={EditPage} />
          <Route path="/edit/:project" component={ProjectPage} />
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </Shell>
  );
}
