package outturn.engine.trigger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import outturn.definition.trigger.Dependency;
import outturn.engine.run.RunId;

/// What a run waits for before it begins.
public final class Waiting {
  private final List<Need> needs;
  private final Set<Integer> met = new HashSet<>();

  /// One run of another workflow that must have succeeded.
  ///
  /// @param place among the dependencies of the workflow
  /// @param task empty for the run as a whole
  /// @param until when it has waited long enough
  public record Need(
      RunId run,
      int place,
      String workflow,
      String task,
      LocalDate businessDate,
      Optional<Instant> until) {

    /// What a run needs that begins to wait now.
    public static List<Need> of(
        RunId run, List<Dependency> dependencies, LocalDate businessDate, Instant now) {
      var needs = new ArrayList<Need>();
      for (var each : dependencies) {
        needs.add(
            new Need(
                run,
                needs.size(),
                each.workflow(),
                each.task().orElse(""),
                each.date().from(businessDate),
                each.within().map(now::plus)));
      }
      return needs;
    }

    /// No run for its date is looked for among those that were ordered more than two days before it
    /// began.
    public RunId firstRun() {
      return RunId.firstAt(businessDate.minusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /// What has to be so, in words.
    public String met() {
      var of = "a run of %s for %s has succeeded".formatted(workflow, businessDate);
      return task.isEmpty() ? of : "%s of %s".formatted(task, of);
    }

    /// `workflow` or `workflow/task`.
    public String path() {
      return task.isEmpty() ? workflow : workflow + "/" + task;
    }
  }

  public Waiting(List<Need> needs) {
    this.needs = List.copyOf(needs);
  }

  /// Takes note that one is met; answers whether it was not before.
  public boolean met(int place) {
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
