package outturn.engine.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// What a run is to do, fixed when it is ordered.
///
/// @param workflow of the version that the run keeps
/// @param inputs complete: defaults are in place
/// @param businessDate the date the run is for
/// @param due when a schedule meant it to start
/// @param terms those at which it was ordered, or what they have become
public record Order(
    String workflow,
    Map<String, Object> inputs,
    LocalDate businessDate,
    Optional<Instant> due,
    Origin origin,
    Terms terms) {
  public Order {
    inputs = Map.copyOf(inputs);
  }

  /// An order without terms of its own.
  public Order(
      String workflow,
      Map<String, Object> inputs,
      LocalDate businessDate,
      Optional<Instant> due,
      Origin origin) {
    this(workflow, inputs, businessDate, due, origin, Terms.NONE);
  }

  /// The same order on other terms.
  public Order on(Terms other) {
    return new Order(workflow, inputs, businessDate, due, origin, other);
  }

  /// How the run stands among others, where its order says so.
  ///
  /// @param priority of all of its tasks, instead of those in the project
  /// @param turns the limits of the groups of runs in which it takes its turn; see [Turn]
  /// @param backfill the id of the one that it is part of
  public record Terms(
      Optional<Integer> priority, Map<String, Integer> turns, Optional<String> backfill) {
    public static final Terms NONE = new Terms(Optional.empty(), Map.of(), Optional.empty());

    public Terms {
      turns = Map.copyOf(turns);
    }

    public Terms priority(int number) {
      return new Terms(Optional.of(number), turns, backfill);
    }

    public Terms turns(Map<String, Integer> limits) {
      return new Terms(priority, limits, backfill);
    }
  }
}
