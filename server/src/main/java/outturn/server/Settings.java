package outturn.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.engine.pool.Lane;
import outturn.http.HttpSettings;
import outturn.http.route.Access;
import outturn.runtime.lease.Lease;
import outturn.tasks.http.Reach;

/// What a server is told at its start.
///
/// @param database an outside PostgreSQL; empty for the embedded one
/// @param drain how long a clean stop waits for work that is under way
/// @param faults what is done in time, so that a fault does no harm
public record Settings(
    Path data,
    Address address,
    Optional<String> database,
    Map<Lane, Integer> slots,
    Duration drain,
    Faults faults,
    Serving serving) {
  private static final int HIGHEST_PORT = 65_535;

  /// Where the server listens.
  ///
  /// @param port 0 for any free one
  public record Address(String host, int port) {}

  /// Limits that keep a fault from doing harm.
  ///
  /// @param workerLease for so long a worker may work without a sign of its server
  /// @param keepFree with less bytes free on the disk of the data folder nothing new begins
  /// @param reach what tasks, measures and webhooks may call
  public record Faults(Duration workerLease, long keepFree, Reach reach) {
    static final Duration SHORTEST_LEASE = Duration.ofSeconds(30);
    public static final Faults USUAL = new Faults(Lease.WORKER, 500L << 20, Reach.USUAL);
  }

  /// How requests are answered.
  ///
  /// @param metrics who may read `/metrics`
  /// @param front how browsers come to the server
  public record Serving(HttpSettings.Limits limits, Access metrics, HttpSettings.Front front) {
    public static final Serving USUAL =
        new Serving(HttpSettings.Limits.USUAL, HttpSettings.SIGNED_IN, HttpSettings.Front.USUAL);
  }

  /// The same, with requests answered in another way.
  public Settings with(Serving other) {
    return new Settings(data, address, database, slots, drain, faults, other);
  }

  /// How many attempts of each kind run at once, unless it is said otherwise.
  public static Map<Lane, Integer> usualSlots(int cores) {
    return Map.of(Lane.INSTANT, 1_000, Lane.PROCESS, Math.max(4, 4 * cores), Lane.NETWORK, 32);
  }

  /// Everything that is wrong with these settings, one sentence each.
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (address.port() < 0 || address.port() > HIGHEST_PORT) {
      problems.add("--port is a number from 0 to 65535, not " + address.port());
    }
    slots.forEach((lane, count) -> {
      if (count < 1) problems.add("slots for %s must be at least 1".formatted(lane));
    });
    if (serving.limits().api() < 1) problems.add("--api-requests is at least 1");
    if (serving.limits().screens() < 1) problems.add("--screen-requests is at least 1");
    if (drain.isNegative()) problems.add("--drain is not negative");
    if (faults.workerLease().compareTo(Faults.SHORTEST_LEASE) < 0) {
      problems.add(
          "--worker-lease is at least %d seconds, not %d"
              .formatted(Faults.SHORTEST_LEASE.toSeconds(), faults.workerLease().toSeconds()));
    }
    if (faults.keepFree() < 0) problems.add("--keep-free is not negative");
    database
        .filter(url -> !url.startsWith("postgres") && !url.startsWith("jdbc:postgresql:"))
        .ifPresent(url ->
            problems.add(
                "--database is an address such as postgresql://user:password@host:5432/name, not '%s'"
                    .formatted(url)));
    return problems;
  }
}
