package outturn.runtime.ahead;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import outturn.definition.ahead.Line;
import outturn.definition.ahead.Outlook;
import outturn.definition.ahead.RunTimes;
import outturn.definition.ahead.Starter;
import outturn.definition.ahead.Typical;
import outturn.definition.ahead.Window;
import outturn.definition.text.Nearest;
import outturn.definition.whatif.Coming;
import outturn.definition.whatif.Course;
import outturn.definition.whatif.Difference;
import outturn.definition.whatif.PoolForecast;
import outturn.definition.whatif.Supposition;
import outturn.definition.whatif.TaskPath;
import outturn.definition.workflow.Workflow;
import outturn.runtime.project.InForce;
import outturn.store.duration.RunDurations;
import outturn.store.project.ProjectReader;

/// What would become of the starts to come if something were otherwise.
public final class WhatIf {
  /// So many lines and runs are compared at most.
  public static final int MOST = 20_000;

  private final Ahead ahead;
  private final InForce inForce;
  private final RunDurations durations;
  private final ProjectReader projects;

  public WhatIf(InForce inForce, RunDurations durations, ProjectReader projects) {
    this.ahead = new Ahead(inForce, durations);
    this.inForce = inForce;
    this.durations = durations;
    this.projects = projects;
  }

  /// The answer.
  public sealed interface Answer {
    /// @param shorter workflows whose runs would take another time
    /// @param delays runs that would end at another time than they will
    /// @param withoutHistory workflows without history, whose runs were left out of the estimate
    record Told(
        List<Difference> differences,
        List<Shorter> shorter,
        List<Delay> delays,
        Set<String> withoutHistory)
        implements Answer {}

    /// What was supposed is not there, or is too much.
    record Refused(String why) implements Answer {}
  }

  /// A workflow that would lack tasks.
  ///
  /// @param saved by how much the longest way through its tasks would be shorter
  public record Shorter(
      String workflow, Set<String> tasks, Optional<Typical> typical, Duration saved) {}

  /// A run as it will go and as it would.
  public record Delay(Course will, Course would) {}

  /// @param workflow whose runs are told of; all when it is empty
  public Answer of(Optional<String> workflow, Window window, Supposition supposition) {
    var starters = ahead.starters(Optional.empty());
    var unknown = unknown(starters, supposition);
    if (unknown.isPresent()) return new Answer.Refused(unknown.get());
    var supposed = starters.stream().flatMap(each -> supposition.of(each).stream()).toList();
    var before = lines(starters, workflow, window);
    var after = lines(supposed, workflow, window);
    if (Math.max(before.size(), after.size()) > MOST) return tooMany();
    var differences = Difference.between(before, after);
    var shorter = shorter(workflow, supposition);
    if (supposition.pools().isEmpty()) {
      return new Answer.Told(differences, shorter, List.of(), Set.of());
    }
    var will = RunTimes.of(starters, window, MOST);
    var would = RunTimes.of(supposed, window, MOST);
    if (will.isEmpty() || would.isEmpty()) return tooMany();
    return forecast(workflow, supposition, will.get(), would.get(), differences, shorter);
  }

  private static Answer tooMany() {
    return new Answer.Refused(
        "there are more than %d starts in that time; ask about fewer days, or about one workflow"
            .formatted(MOST));
  }

  private static List<Line> lines(
      List<Starter> starters, Optional<String> workflow, Window window) {
    var chosen =
        starters.stream()
            .filter(each -> workflow.map(each.workflow()::equals).orElse(true))
            .toList();
    return new Outlook(chosen, window).lines(Optional.empty(), MOST + 1);
  }

  private Answer forecast(
      Optional<String> workflow,
      Supposition supposition,
      List<RunTimes.Start> will,
      List<RunTimes.Start> would,
      List<Difference> differences,
      List<Shorter> shorter) {
    var names = will.stream().map(each -> each.starter().workflow()).collect(Collectors.toSet());
    var times = durations.ofTasks(names);
    var withoutHistory = new TreeSet<>(names);
    withoutHistory.removeAll(times.keySet());
    var without = new HashMap<String, Map<String, Duration>>(times);
    supposition
        .tasks()
        .forEach((name, tasks) ->
            without.computeIfPresent(name, (_, all) -> TaskPath.withoutThese(all, tasks)));
    var sizes = sizes();
    var before = PoolForecast.of(coming(will, times), sizes);
    var after = PoolForecast.of(coming(would, without), supposition.sizes(sizes));
    var delays =
        delays(before, after).stream()
            .filter(
                each -> workflow.map(each.will().run().starter().workflow()::equals).orElse(true))
            .toList();
    return new Answer.Told(differences, shorter, delays, withoutHistory);
  }

  private List<Coming> coming(
      List<RunTimes.Start> starts, Map<String, Map<String, Duration>> times) {
    var runs = new ArrayList<Coming>();
    for (var start : starts) {
      var known = times.get(start.starter().workflow());
      if (known == null) continue;
      inForce
          .workflow(start.starter().workflow())
          .map(InForce.Entry::value)
          .map(Workflow::graph)
          .ifPresent(graph -> runs.add(new Coming(start.starter(), start.due(), graph, known)));
    }
    return runs;
  }

  private static List<Delay> delays(List<Course> will, List<Course> would) {
    var others = new HashMap<Line.Place, Course>();
    would.forEach(course -> others.put(place(course), course));
    var delays = new ArrayList<Delay>();
    for (var course : will) {
      var other = others.get(place(course));
      if (other != null && !other.ended().equals(course.ended())) {
        delays.add(new Delay(course, other));
      }
    }
    return delays;
  }

  private static Line.Place place(Course course) {
    var run = course.run();
    return new Line.Place(run.due(), run.starter().workflow(), run.starter().schedule().name(), "");
  }

  private List<Shorter> shorter(Optional<String> only, Supposition supposition) {
    var chosen = new TreeMap<>(supposition.tasks());
    only.ifPresent(name -> chosen.keySet().retainAll(Set.of(name)));
    var times = durations.ofTasks(chosen.keySet());
    var typical = durations.ofRuns(chosen.keySet());
    var shorter = new ArrayList<Shorter>();
    chosen.forEach((name, tasks) -> {
      var graph = inForce.workflow(name).orElseThrow().value().graph();
      var saved = TaskPath.saved(graph, times.getOrDefault(name, Map.of()), tasks);
      shorter.add(new Shorter(name, tasks, Optional.ofNullable(typical.get(name)), saved));
    });
    return shorter;
  }

  private Map<String, Integer> sizes() {
    var sizes = new TreeMap<String, Integer>();
    projects.projects().forEach(project -> sizes.putAll(projects.pools(project.project())));
    return sizes;
  }

  private Optional<String> unknown(List<Starter> starters, Supposition supposition) {
    var problems = new ArrayList<String>();
    var workflows = InForce.names(inForce.workflows());
    missing("workflow", supposition.workflows(), workflows).ifPresent(problems::add);
    missing("workflow", supposition.tasks().keySet(), workflows).ifPresent(problems::add);
    supposition
        .tasks()
        .forEach((name, tasks) ->
            inForce
                .workflow(name)
                .map(entry ->
                    entry.value().graph().tasks().stream().map(task -> task.name()).toList())
                .flatMap(known -> missing("task of " + name, tasks, known))
                .ifPresent(problems::add));
    if (!supposition.pools().isEmpty()) {
      missing("pool", supposition.pools().keySet(), sizes().keySet()).ifPresent(problems::add);
    }
    Calendars.missing(starters, supposition.holidays()).ifPresent(problems::add);
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
  }

  static Optional<String> missing(String what, Collection<String> named, Collection<String> known) {
    return named.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .map(name -> "there is no %s '%s'; %s".formatted(what, name, Nearest.hint(name, known)));
  }
}
