package outturn.http;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import outturn.http.HttpSettings.Limits;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Route;
import outturn.runtime.metric.Metrics;
import outturn.store.database.Lane;
import outturn.store.database.OnBehalf;

/// How many requests of each kind are under way at once; more are told to come again. Each lane has
/// places and database connections of its own.
final class Lanes {
  private final Map<Route.Lane, Places> lanes = new EnumMap<>(Route.Lane.class);

  /// The places of one lane.
  private record Places(int limit, Semaphore free, AtomicLong refused) {
    Places(int limit) {
      this(limit, new Semaphore(limit), new AtomicLong());
    }
  }

  /// What is done at a place.
  @FunctionalInterface
  interface Work<T> {
    T done() throws InterruptedException;
  }

  Lanes(Limits limits) {
    lanes.put(Route.Lane.API, new Places(limits.api()));
    lanes.put(Route.Lane.SCREENS, new Places(limits.screens()));
    lanes.put(Route.Lane.PROBES, new Places(limits.probes()));
  }

  void tell(Metrics metrics) {
    for (var lane : Route.Lane.values()) {
      var tag = new Metrics.Tag("lane", lane.word());
      metrics.gauge("http.requests.active", tag, "requests under way", () -> inUse(lane));
      metrics.gauge("http.requests.limit", tag, "at most under way", () -> limit(lane));
      metrics.counter("http.requests.refused", tag, "answered 429", () -> refused(lane));
    }
  }

  private Places places(Route.Lane lane) {
    return Objects.requireNonNull(lanes.get(lane));
  }

  /// Does the work at a place of the lane, with its connections.
  ///
  /// @throws outturn.http.problem.Refused when all places are taken
  <T> T within(Route.Lane lane, Work<T> work) throws InterruptedException {
    var places = places(lane);
    if (!places.free().tryAcquire()) {
      places.refused().incrementAndGet();
      throw full(lane, places.limit());
    }
    try {
      return OnBehalf.of(connections(lane), work::done);
    } finally {
      places.free().release();
    }
  }

  private static RuntimeException full(Route.Lane lane, int limit) {
    var detail =
        "%d requests of the lane '%s' are under way, and that is its limit; try again in a second"
            .formatted(limit, lane.word());
    return Problem.again(Code.OVERLOADED, detail).with("lane", lane.word()).refused();
  }

  private static Lane connections(Route.Lane lane) {
    return switch (lane) {
      case API, PROBES -> Lane.API;
      case SCREENS -> Lane.SCREENS;
    };
  }

  int limit(Route.Lane lane) {
    return places(lane).limit();
  }

  int inUse(Route.Lane lane) {
    return places(lane).limit() - places(lane).free().availablePermits();
  }

  private long refused(Route.Lane lane) {
    return places(lane).refused().get();
  }
}
