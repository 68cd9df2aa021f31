package outturn.definition.ahead;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import outturn.definition.trigger.Dependency;
import outturn.definition.whynot.DateOf;
import outturn.definition.workflow.Workflow;

/// When runs begin that wait for runs of other workflows: by the schedules of these, and by how
/// long their runs typically take. A task that is waited for counts as its run as a whole.
public final class Expectations {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Function<String, Optional<Workflow>> workflows;
  private final Map<String, Typical> typical;
  private final Map<Run, Optional<Instant>> ends = new HashMap<>();
  private final Set<Run> asked = new HashSet<>();

  /// @param workflows those in force, by name
  /// @param typical how long runs take, of those workflows that have a history
  public Expectations(
      Function<String, Optional<Workflow>> workflows, Map<String, Typical> typical) {
    this.workflows = workflows;
    this.typical = Map.copyOf(typical);
  }

  private record Run(String workflow, LocalDate businessDate) {}

  /// When a run begins.
  ///
  /// @param at empty when nobody can say
  /// @param notes what it waits for, a sentence each without its full stop
  public record Begin(Optional<Instant> at, List<String> notes) {
    public Begin {
      notes = List.copyOf(notes);
    }
  }

  /// The names of all workflows for which runs of this one wait, and those for which these wait.
  public Stream<String> needed(String workflow) {
    var all = new HashSet<String>();
    need(workflow, all);
    all.remove(workflow);
    return all.stream();
  }

  private void need(String workflow, Set<String> all) {
    if (!all.add(workflow)) return;
    dependencies(workflow).forEach(each -> need(each.workflow(), all));
  }

  private List<Dependency> dependencies(String workflow) {
    return workflows.apply(workflow).map(found -> found.starts().dependsOn()).orElse(List.of());
  }

  /// @param start when it would begin if it waited for nobody
  public Begin begin(String workflow, LocalDate businessDate, Instant start) {
    var notes = new ArrayList<String>();
    var begin = Optional.of(start);
    for (var each : dependencies(workflow)) {
      var zone = workflows.apply(workflow).map(Workflow::timezone).orElseThrow();
      var met = met(each, each.date().from(businessDate), start, zone, notes);
      begin = begin.flatMap(known -> met.map(then -> then.isAfter(known) ? then : known));
    }
    return new Begin(begin, notes);
  }

  /// When the run need not wait for it any more.
  private Optional<Instant> met(
      Dependency each, LocalDate date, Instant start, ZoneId zone, List<String> notes) {
    var waits = "waits for %s for %s".formatted(each.path(), date);
    var run = new Run(each.workflow(), date);
    if (start(run).isEmpty()) {
      notes.add(waits + ", which no schedule starts");
      return inVain(each, start);
    }
    var end = end(run);
    if (end.isEmpty()) {
      notes.add(waits + ", and when that ends is not known");
      return inVain(each, start);
    }
    if (!end.get().isAfter(start)) return end;
    waits += ", which ends at about %s".formatted(TIME.format(end.get().atZone(zone)));
    var patience = each.within().map(start::plus);
    if (patience.isEmpty() || !end.get().isAfter(patience.get())) {
      notes.add(waits);
      return end;
    }
    notes.add("%s: later than within %s".formatted(waits, words(each.within().get())));
    return inVain(each, start);
  }

  /// When it begins all the same; empty when it does not.
  private static Optional<Instant> inVain(Dependency each, Instant start) {
    return each.otherwise() == Dependency.Otherwise.START
        ? each.within().map(start::plus)
        : Optional.empty();
  }

  private static String words(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  /// When the first run of a workflow for a date ends.
  private Optional<Instant> end(Run run) {
    var known = ends.get(run);
    if (known != null) return known;
    // Workflows that wait for each other never begin.
    if (!asked.add(run)) return Optional.empty();
    var took = Optional.ofNullable(typical.get(run.workflow())).map(Typical::median);
    var begin = start(run).flatMap(start -> begin(run.workflow(), run.businessDate(), start).at());
    var end = begin.flatMap(at -> took.map(at::plus));
    ends.put(run, end);
    return end;
  }

  /// When a schedule starts the first run of a workflow for a date.
  private Optional<Instant> start(Run run) {
    return workflows.apply(run.workflow()).stream()
        .flatMap(found -> found.schedules().stream())
        .flatMap(schedule ->
            DateOf.of(schedule, run.businessDate()).due().stream().limit(1).map(schedule::start))
        .min(Comparator.naturalOrder());
  }
}
