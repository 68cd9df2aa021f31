package outturn.engine.trigger;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import outturn.engine.run.RunId;

/// What runs wait for: that a run of a workflow, or a task of one, has succeeded for a date.
///
/// @param task empty for the run as a whole
public record Wanted(String workflow, String task, LocalDate businessDate)
    implements Comparable<Wanted> {
  private static final Comparator<Wanted> ORDER =
      Comparator.comparing(Wanted::workflow)
          .thenComparing(Wanted::task)
          .thenComparing(Wanted::businessDate);

  /// No run for its date is looked for among those that were ordered more than two days before it
  /// began.
  public RunId firstRun() {
    return RunId.firstAt(businessDate.minusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /// What has to be so, in words.
  public String inWords() {
    var of = "a run of %s for %s has succeeded".formatted(workflow, businessDate);
    return task.isEmpty() ? of : "%s of %s".formatted(task, of);
  }

  /// `workflow` or `workflow/task`.
  public String path() {
    return task.isEmpty() ? workflow : workflow + "/" + task;
  }

  @Override
  public int compareTo(Wanted other) {
    return ORDER.compare(this, other);
  }
}
