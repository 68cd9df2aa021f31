package outturn.http;

import java.util.concurrent.Semaphore;
import outturn.http.HttpSettings.Limits;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Route;

/// How many requests are under way at once; more are told to come again.
final class Lanes {
  private final Semaphore api;
  private final Semaphore screens;

  Lanes(Limits limits) {
    this.api = new Semaphore(limits.api());
    this.screens = new Semaphore(limits.screens());
  }

  /// A place among those under way, until it is released.
  Semaphore enter(Route.Lane lane) {
    var places =
        switch (lane) {
          case API -> api;
          case SCREENS -> screens;
        };
    if (places.tryAcquire()) return places;
    throw Problem.again(Code.OVERLOADED, "too many requests are under way; try again in a second")
        .refused();
  }
}
