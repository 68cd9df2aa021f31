package outturn.http;

import static outturn.http.route.Route.get;
import static outturn.store.identity.Role.VIEWER;

import java.util.List;
import outturn.http.route.Route;
import outturn.http.service.ServiceRoutes;
import outturn.http.stake.AtRiskRoutes;

/// How services keep their promises, and what late work endangers.
final class DeliveryTable {
  private DeliveryTable() {}

  static List<Route> of(Services services) {
    var delivery = services.effect().steering().delivery();
    var inForce = services.definitions().inForce();
    var provided = new ServiceRoutes(delivery.levels(), inForce);
    var atRisk = new AtRiskRoutes(delivery.atRisk(), inForce);
    return List.of(
        get("/api/v1/at-risk", VIEWER, atRisk::show),
        get("/api/v1/services", VIEWER, provided::list),
        get("/api/v1/services/{name}/levels", VIEWER, provided::levels),
        get("/api/v1/services/{name}/outputs/{output}/chart.svg", VIEWER, provided::chart)
            .onScreen());
  }
}
