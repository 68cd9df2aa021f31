package outturn.runtime.ahead;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.definition.ahead.Expectations;
import outturn.definition.ahead.Governing;
import outturn.definition.ahead.Line;
import outturn.definition.ahead.Outlook;
import outturn.definition.ahead.Starter;
import outturn.definition.ahead.Typical;
import outturn.definition.ahead.Window;
import outturn.definition.calendar.SupposedHoliday;
import outturn.definition.workflow.Workflow;
import outturn.runtime.project.InForce;
import outturn.store.duration.RunDurations;

/// What will start by the schedules in force, and how long it will take by the runs before.
public final class Ahead {
  private final InForce inForce;
  private final RunDurations durations;

  public Ahead(InForce inForce, RunDurations durations) {
    this.inForce = inForce;
    this.durations = durations;
  }

  /// A line with what is known of its workflow.
  ///
  /// @param begin of its run, of several the last, by what it waits for
  public record Foreseen(
      Line line, String project, Optional<Typical> typical, Expectations.Begin begin) {
    /// When the run is expected to end, of several the last; empty when there is no history, and
    /// for what does not start.
    public Optional<Instant> end() {
      if (!(line.what() instanceof Line.What.Starts)) return Optional.empty();
      return typical.flatMap(known -> begin.at().map(at -> at.plus(known.median())));
    }
  }

  /// The lines of a stretch of time.
  ///
  /// @param after the last line of the page before, to go on after it
  public List<Foreseen> lines(
      Optional<String> workflow, Window window, Optional<Line.Place> after, int limit) {
    return known(new Outlook(starters(workflow), window).lines(after, limit));
  }

  /// The same lines with what is known of their workflows.
  public List<Foreseen> known(List<Line> lines) {
    var names = lines.stream().map(line -> line.starter().workflow()).collect(Collectors.toSet());
    var all = new HashSet<>(names);
    var needs = expectations(Map.of());
    names.forEach(name -> needs.needed(name).forEach(all::add));
    var typical = durations.ofRuns(all);
    var expectations = expectations(typical);
    return lines.stream()
        .map(line -> {
          var name = line.starter().workflow();
          var project = inForce.workflow(name).map(InForce.Entry::project).orElse("");
          var took = Optional.ofNullable(typical.get(name));
          return new Foreseen(line, project, took, begin(line, expectations));
        })
        .toList();
  }

  private Expectations expectations(Map<String, Typical> typical) {
    return new Expectations(name -> inForce.workflow(name).map(InForce.Entry::value), typical);
  }

  private static Expectations.Begin begin(Line line, Expectations expectations) {
    var starter = line.starter();
    var last = starter.schedule().start(line.last());
    if (!(line.what() instanceof Line.What.Starts)) {
      return new Expectations.Begin(Optional.of(last), List.of());
    }
    var date = starter.schedule().businessDate(line.last());
    return expectations.begin(starter.workflow(), date, last);
  }

  private Stream<Starter> starters(InForce.Entry<Workflow> entry) {
    var policies = Governing.of(entry.value(), inForce.policies(entry.project()));
    return entry.value().schedules().stream()
        .map(schedule -> new Starter(entry.name(), schedule, policies));
  }

  /// The schedules in force of a workflow.
  public List<Starter> starters(String workflow) {
    return inForce.workflow(workflow).stream().flatMap(this::starters).toList();
  }

  /// What to say of supposed holidays that are in no calendar of the schedules in force.
  public Optional<String> missing(List<SupposedHoliday> holidays) {
    return Calendars.missing(starters(Optional.empty()), holidays);
  }

  /// The schedules in force, of all workflows or of one.
  List<Starter> starters(Optional<String> workflow) {
    return inForce.workflows().stream()
        .filter(entry -> workflow.map(entry.name()::equals).orElse(true))
        .flatMap(this::starters)
        .toList();
  }
}
