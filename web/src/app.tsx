import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { NowPage } from "./now/NowPage";
import { Loading } from "./parts/Loading";
import { NotFound } from "./parts/NotFound";
import { Shell } from "./shell/Shell";

// Each page is loaded when it is first looked at.
const RunPage = lazy(() => import("./run/RunPage"));
const RunsPage = lazy(() => import("./run/RunsPage"));
const WorkflowsPage = lazy(() => import("./workflow/WorkflowsPage"));
const AtRiskPage = lazy(() => import("./atrisk/AtRiskPage"));
const AheadPage = lazy(() => import("./ahead/AheadPage"));
const CapacityPage = lazy(() => import("./capacity/CapacityPage"));
const EditPage = lazy(() => import("./edit/EditPage"));
const GridPage = lazy(() => import("./workflow/GridPage"));
const NodesPage = lazy(() => import("./node/NodesPage"));
const ProjectPage = lazy(() => import("./edit/ProjectPage"));
const DeadlinesPage = lazy(() => import("./forecast/DeadlinesPage"));
const WorkflowPage = lazy(() => import("./workflow/WorkflowPage"));
const DescribePage = lazy(() => import("./describe/DescribePage"));
const HonestyPage = lazy(() => import("./honesty/HonestyPage"));
const MeasurePage = lazy(() => import("./measure/MeasurePage"));
const MeasuresPage = lazy(() => import("./measure/MeasuresPage"));
const OutcomePage = lazy(() => import("./outcome/OutcomePage"));
const PlanPage = lazy(() => import("./plan/PlanPage"));
const PortfolioPage = lazy(() => import("./portfolio/PortfolioPage"));
const ServicePage = lazy(() => import("./service/ServicePage"));
const ServicesPage = lazy(() => import("./service/ServicesPage"));
const SurveyPage = lazy(() => import("./survey/SurveyPage"));
const SurveysPage = lazy(() => import("./survey/SurveysPage"));
const AccountPage = lazy(() => import("./access/AccountPage"));
const AuditPage = lazy(() => import("./access/AuditPage"));
const UsersPage = lazy(() => import("./access/UsersPage"));
const ValueMapPage = lazy(() => import("./chain/ValueMapPage"));

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
          <Route path="/at-risk" component={AtRiskPage} />
          <Route path="/ahead" component={AheadPage} />
          <Route path="/deadlines" component={DeadlinesPage} />
          <Route path="/capacity" component={CapacityPage} />
          <Route path="/nodes" component={NodesPage} />
          <Route path="/edit" component={EditPage} />
          <Route path="/edit/:project" component={ProjectPage} />
          <Route path="/runs" component={RunsPage} />
          <Route path="/runs/:id" component={RunPage} />
          <Route path="/portfolio" component={PortfolioPage} />
          <Route path="/outcomes/:name/plan" component={PlanPage} />
          <Route path="/outcomes/:name" component={OutcomePage} />
          <Route path="/measures" component={MeasuresPage} />
          <Route path="/measures/:name" component={MeasurePage} />
          <Route path="/value-map" component={ValueMapPage} />
          <Route path="/services" component={ServicesPage} />
          <Route path="/services/:name" component={ServicePage} />
          <Route path="/surveys" component={SurveysPage} />
          <Route path="/surveys/:name" component={SurveyPage} />
          <Route path="/honesty" component={HonestyPage} />
          <Route path="/describe" component={DescribePage} />
          <Route path="/account" component={AccountPage} />
          <Route path="/users" component={UsersPage} />
          <Route path="/audit" component={AuditPage} />
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </Shell>
  );
}
