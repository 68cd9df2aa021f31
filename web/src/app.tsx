import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { NowPage } from "./now/NowPage";
import { Loading } from "./parts/Loading";
import { NotFound } from "./parts/NotFound";
import { Shell } from "./shell/Shell";

// Each page is loaded when it is first looked at.
const WorkflowsPage = lazy(() => import("./workflow/WorkflowsPage"));
const OutcomePage = lazy(() => import("./outcome/OutcomePage"));
const PlanPage = lazy(() => import("./plan/PlanPage"));
const PortfolioPage = lazy(() => import("./portfolio/PortfolioPage"));

/** All pages, by their addresses. */
export function App() {
  return (
    <Shell>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/" component={NowPage} />
          <Route path="/workflows" component={WorkflowsPage} />
          <Route path="/portfolio" component={PortfolioPage} />
          <Route path="/outcomes/:name/plan" component={PlanPage} />
          <Route path="/outcomes/:name" component={OutcomePage} />
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </Shell>
  );
}
