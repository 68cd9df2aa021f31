package outturn.http;

import static outturn.http.route.Route.get;
import static outturn.http.route.Route.post;
import static outturn.store.identity.Role.EDITOR;
import static outturn.store.identity.Role.OPERATOR;
import static outturn.store.identity.Role.VIEWER;

import java.util.List;
import java.util.stream.Stream;
import outturn.http.ahead.AheadRoutes;
import outturn.http.ahead.TypicalRoutes;
import outturn.http.ahead.WhyNotRoutes;
import outturn.http.capacity.CapacityRoutes;
import outturn.http.capacity.PoolWaits;
import outturn.http.forecast.ForecastRoutes;
import outturn.http.forecast.KnownNames;
import outturn.http.identity.Places;
import outturn.http.project.ProjectHistory;
import outturn.http.project.ProjectRoutes;
import outturn.http.route.Route;
import outturn.http.run.RunLook;
import outturn.http.workflow.GridRoutes;
import outturn.http.workflow.WorkflowRoutes;
import outturn.runtime.ahead.Ahead;
import outturn.runtime.ahead.WhatIf;
import outturn.runtime.ahead.WhyNot;

/// The routes of what is defined: workflows, projects, what is to come of them, and what they need.
final class WorkRoutes {
  private final Services services;
  private final RunLook look;
  private final Places places;

  WorkRoutes(Services services, RunLook look, Places places) {
    this.services = services;
    this.look = look;
    this.places = places;
  }

  List<Route> all() {
    return Stream.of(ofWorkflows(), ofProjects(), ofTimeToCome(), ofForecasts())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> ofWorkflows() {
    var inForce = services.definitions().inForce();
    var projects = services.definitions().reader();
    var runs = services.runs();
    var workflows =
        new WorkflowRoutes(
            inForce,
            runs.reader(),
            runs.occurrences(),
            services.definitions().schedules(),
            services.cluster().upkeep().hold(),
            services.clock());
    var grid = new GridRoutes(inForce, runs.reader().grid());
    var waits = new PoolWaits(runs.reader(), inForce, projects, look);
    var capacity =
        new CapacityRoutes(runs.reader(), inForce, projects, look.pools(), waits, services.clock());
    return List.of(
        get("/api/v1/workflows", VIEWER, workflows::list),
        get("/api/v1/workflows/{name}", VIEWER, workflows::show),
        get("/api/v1/workflows/{name}/grid", VIEWER, grid::show),
        post("/api/v1/workflows/{name}/schedules/{schedule}/pause", OPERATOR, workflows::pause)
            .of(places::workflowOf),
        post("/api/v1/workflows/{name}/schedules/{schedule}/resume", OPERATOR, workflows::resume)
            .of(places::workflowOf),
        get("/api/v1/capacity", VIEWER, capacity::show));
  }

  private List<Route> ofProjects() {
    var inForce = services.definitions().inForce();
    var reader = services.definitions().reader();
    var projects = new ProjectRoutes(services.definitions().projects(), reader, inForce);
    var history = new ProjectHistory(reader, inForce);
    return List.of(
        get("/api/v1/workflows/{name}/versions", VIEWER, history::ofWorkflow),
        get("/api/v1/projects", VIEWER, projects::list),
        get("/api/v1/project-schema", VIEWER, ProjectRoutes::schema),
        get("/api/v1/projects/{name}/versions", VIEWER, history::versions),
        get("/api/v1/projects/{name}/files", VIEWER, history::files),
        post("/api/v1/projects/{name}/plan", VIEWER, projects::plan).withFiles(),
        post("/api/v1/projects/{name}/apply", EDITOR, projects::apply)
            .of(places::projectOf)
            .withFiles());
  }

  private List<Route> ofTimeToCome() {
    var inForce = services.definitions().inForce();
    var runs = services.runs();
    var hold = services.cluster().upkeep().hold();
    var ahead =
        new AheadRoutes(
            inForce,
            new Ahead(inForce, runs.prospects().durations()),
            new WhatIf(inForce, runs.prospects().durations(), services.definitions().reader()),
            hold,
            services.clock());
    var typical = new TypicalRoutes(inForce, runs.prospects().durations());
    var whyNot =
        new WhyNotRoutes(
            inForce,
            new WhyNot(inForce, runs.reader(), runs.occurrences(), hold, services.clock()));
    return List.of(
        get("/api/v1/ahead", VIEWER, ahead::list),
        get("/api/v1/ahead/what-if", VIEWER, ahead::whatIf),
        get("/api/v1/workflows/{name}/typical", VIEWER, typical::typical),
        get("/api/v1/workflows/{name}/why-not", VIEWER, whyNot::explain));
  }

  private List<Route> ofForecasts() {
    var prospects = services.runs().prospects();
    var definitions = services.definitions();
    var forecasts =
        new ForecastRoutes(
            prospects.foresight(),
            prospects.predictions(),
            prospects.postMortems(),
            services.runs().reader(),
            new KnownNames(definitions.inForce(), definitions.reader()),
            services.cluster().upkeep().hold(),
            services.clock());
    return List.of(
        get("/api/v1/forecasts", VIEWER, forecasts::list),
        get("/api/v1/forecasts/what-if", VIEWER, forecasts::whatIf),
        get("/api/v1/runs/{id}/forecast", VIEWER, forecasts::ofRun),
        get("/api/v1/runs/{id}/post-mortem", VIEWER, forecasts::postMortem));
  }
}
