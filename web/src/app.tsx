import { Route, Switch } from "wouter";
import { NowPage } from "./now/NowPage";
import { later } from "./parts/later";
import { NotFound } from "./parts/NotFound";
import { Shell } from "./shell/Shell";

// Each page is loaded when it is first looked at.
const RunPage = later(() => import("./run/RunPage"));
const RunsPage = later(() => import("./run/RunsPage"));
const WorkflowsPage = later(() => import("./workflow/WorkflowsPage"));
const AtRiskPage = later(() => import("./atrisk/AtRiskPage"));
const AheadPage = later(() => import("./ahead/AheadPage"));
const CapacityPage = later(() => import("./capacity/CapacityPage"));
const EditPage = later(() => import("./edit/EditPage"));
const GridPage = later(() => import("./workflow/GridPage"));
const NodesPage = later(() => import("./node/NodesPage"));
const ProjectPage = later(() => import("./edit/ProjectPage"));
const DeadlinesPage = later(() => import("./forecast/DeadlinesPage"));
const WorkflowPage = later(() => import("./workflow/WorkflowPage"));
const DescribePage = later(() => import("./describe/DescribePage"));
const HonestyPage = later(() => import("./honesty/HonestyPage"));
const MeasurePage = later(() => import("./measure/MeasurePage"));
const MeasuresPage = later(() => import("./measure/MeasuresPage"));
const OutcomePage = later(() => import("./outcome/OutcomePage"));
const PlanPage = later(() => import("./plan/PlanPage"));
const PortfolioPage = later(() => import("./portfolio/PortfolioPage"));
const ServicePage = later(() => import("./service/ServicePage"));
const ServicesPage = later(() => import("./service/ServicesPage"));
const SurveyPage = later(() => import("./survey/SurveyPage"));
const SurveysPage = later(() => import("./survey/SurveysPage"));
const AccountPage = later(() => import("./access/AccountPage"));
const AuditPage = later(() => import("./access/AuditPage"));
const UsersPage = later(() => import("./access/UsersPage"));
const ValueMapPage = later(() => import("./chain/ValueMapPage"));

/** All pages, by their addresses. */
export function App() {
  return (
    <Shell>
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
    </Shell>
  );
}
