package outturn.http;

import static outturn.http.route.Route.get;
import static outturn.http.route.Route.post;
import static outturn.store.identity.Role.VIEWER;

import java.util.List;
import outturn.http.outcome.MeasurePositionRoutes;
import outturn.http.outcome.StatementCheckRoutes;
import outturn.http.outcome.WhatIfRoutes;
import outturn.http.route.Route;

/// What is asked while somebody looks at a measure, writes a statement or tries a plan; nothing is
/// kept of it.
final class PlanningRoutes {
  private PlanningRoutes() {}

  static List<Route> of(Services services) {
    var effect = services.effect();
    var inForce = services.definitions().inForce();
    var placed = new MeasurePositionRoutes(effect.outcomes(), inForce, services.clock());
    var whatIf = new WhatIfRoutes(effect.plans(), inForce);
    var statements = new StatementCheckRoutes(effect.gates(), inForce);
    return List.of(
        get("/api/v1/measures/{name}/position", VIEWER, placed::show),
        get("/api/v1/measures/{name}/chart.svg", VIEWER, placed::chart).onScreen(),
        get("/api/v1/outcomes/{name}/forecast/what-if", VIEWER, whatIf::show),
        post("/api/v1/statements/check", VIEWER, statements::check));
  }
}
