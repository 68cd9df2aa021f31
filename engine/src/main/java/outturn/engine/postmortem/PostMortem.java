package outturn.engine.postmortem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.engine.postmortem.Happened.Try;

/// Why a promise was kept or missed: the path that decided its end, from when the run was due on,
/// in parts that follow each other without a gap.
///
/// A task's part of the path begins when the last of what it needed had ended. What each part took
/// beyond its usual time, and the margin that the usual course leaves, add up to the lateness.
///
/// @param due of the promise
/// @param finish when what was promised had ended
/// @param parts in the order of time, the margin last
public record PostMortem(Instant due, Instant finish, List<Part> parts) {
  public PostMortem {
    parts = List.copyOf(parts);
  }

  /// Of a run, or of a task of it; empty when that never ended.
  ///
  /// @param task what was promised; empty for the run, whose last task decides
  /// @param usual how long an attempt usually takes, by task; of one that is absent it is nothing
  public static Optional<PostMortem> of(
      Happened happened, Optional<String> task, Instant due, Map<String, Duration> usual) {
    var last = task.or(() -> lastOf(happened));
    if (last.isEmpty() || happened.of(last.get()).isEmpty()) return Optional.empty();
    var path = path(happened, last.get());
    var parts = new ArrayList<Part>();
    add(parts, Part.Kind.START, "", happened.due(), happened.began());
    var at = happened.began();
    var expected = Duration.ZERO;
    for (var name : path) {
      var tries = happened.of(name);
      var first = later(at, tries.getFirst().began());
      var decisive = later(first, tries.getLast().began());
      var end = later(decisive, tries.getLast().ended());
      add(parts, Part.Kind.WAIT, name, at, first);
      add(parts, Part.Kind.RETRY, name, first, decisive);
      var length = usual.getOrDefault(name, Duration.ZERO);
      parts.add(new Part(Part.Kind.WORK, name, decisive, end, length));
      expected = expected.plus(length);
      at = end;
    }
    var margin = Duration.between(happened.due().plus(expected), due);
    parts.add(new Part(Part.Kind.MARGIN, "", due, due, margin));
    return Optional.of(new PostMortem(due, at, parts));
  }

  private static void add(List<Part> parts, Part.Kind kind, String task, Instant from, Instant to) {
    if (!from.equals(to)) parts.add(new Part(kind, task, from, to, Duration.ZERO));
  }

  /// How much after the promise; less than nothing when it ended before.
  public Duration late() {
    return Duration.between(due, finish);
  }

  /// What each part adds in whole minutes, rounded so that they add up to the rounded lateness.
  public List<Long> minutes() {
    var minutes = new ArrayList<Long>();
    var sum = Duration.ZERO;
    long told = 0;
    for (var part : parts) {
      sum = sum.plus(part.late());
      long all = Math.round(sum.toMillis() / 60_000.0);
      minutes.add(all - told);
      told = all;
    }
    return minutes;
  }

  private static Optional<String> lastOf(Happened happened) {
    return happened.tries().entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .max(Comparator.comparing(each -> each.getValue().getLast().ended()))
        .map(Map.Entry::getKey);
  }

  /// The tasks that decided when one ended, the first one first.
  private static List<String> path(Happened happened, String last) {
    var path = new ArrayList<String>();
    var at = Optional.of(last);
    while (at.isPresent()) {
      path.addFirst(at.get());
      at = before(happened, at.get());
    }
    return path;
  }

  /// Of what a task needed, what ended last; through what was skipped, which took no time.
  private static Optional<String> before(Happened happened, String task) {
    var graph = happened.graph();
    var candidates = new ArrayList<String>();
    var open = new ArrayList<>(graph.task(graph.place(task)).needs());
    var seen = new HashSet<String>();
    while (!open.isEmpty()) {
      var need = open.removeLast().task();
      if (!seen.add(need)) continue;
      if (happened.of(need).isEmpty()) open.addAll(graph.task(graph.place(need)).needs());
      else candidates.add(need);
    }
    var began = happened.of(task).getFirst().began();
    return candidates.stream()
        .filter(need -> !end(happened.of(need)).isAfter(began))
        .max(Comparator.comparing(need -> end(happened.of(need))));
  }

  private static Instant end(List<Try> tries) {
    return tries.getLast().ended();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
