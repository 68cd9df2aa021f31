package outturn.engine.trigger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import outturn.definition.trigger.Dependency;
import outturn.engine.run.RunId;

/// What a run waits for before it begins; [WaitingRuns] takes note of what is met.
public final class Waiting {
  private final List<Need> needs;
  private final Set<Integer> met = new HashSet<>();

  /// One run of another workflow that must have succeeded.
  ///
  /// @param place among the dependencies of the workflow
  /// @param until when it has waited long enough
  public record Need(RunId run, int place, Wanted wanted, Optional<Instant> until) {

    /// What a run needs that begins to wait now.
    public static List<Need> of(
        RunId run, List<Dependency> dependencies, LocalDate businessDate, Instant now) {
      var needs = new ArrayList<Need>();
      for (var each : dependencies) {
        var date = each.date().from(businessDate);
        var wanted = new Wanted(each.workflow(), each.task().orElse(""), date);
        needs.add(new Need(run, needs.size(), wanted, each.within().map(now::plus)));
      }
      return needs;
    }
  }

  public Waiting(List<Need> needs) {
    this.needs = List.copyOf(needs);
  }

  /// Takes note that one is met; answers whether it was not before.
  boolean met(int place) {
    return needs.stream().anyMatch(need -> need.place() == place) && met.add(place);
  }

  public boolean over() {
    return open().isEmpty();
  }

  public List<Need> all() {
    return needs;
  }

  /// Those that are not met yet.
  public List<Need> open() {
    return needs.stream().filter(need -> !met.contains(need.place())).toList();
  }
}
