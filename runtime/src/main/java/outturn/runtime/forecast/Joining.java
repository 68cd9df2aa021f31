package outturn.runtime.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import outturn.definition.policy.Policy;
import outturn.definition.pool.Lock;
import outturn.engine.forecast.Course;
import outturn.engine.forecast.Situation;
import outturn.engine.forecast.Work;
import outturn.engine.trigger.Wanted;
import outturn.runtime.forecast.learn.Lengths;

/// Makes a situation of runs that may wait for each other.
final class Joining {
  private static final Comparator<Candidate> ORDER =
      Comparator.<Candidate, Boolean>comparing(Candidate::waits)
          .thenComparing(Candidate::earliest)
          .thenComparing(Candidate::key);

  private final List<Candidate> runs;
  private final Map<String, Integer> pools;
  private final Shortage shortage;
  private final Function<String, List<Policy>> policies;
  private final Lengths lengths;
  private final Instant now;

  /// @param pools sizes by name, of all projects
  /// @param policies by project
  Joining(
      List<? extends Candidate> runs,
      Map<String, Integer> pools,
      Shortage shortage,
      Function<String, List<Policy>> policies,
      Lengths lengths,
      Instant now) {
    this.runs = runs.stream().sorted(ORDER).map(Candidate.class::cast).toList();
    this.pools = new HashMap<>(pools);
    this.pools.putAll(shortage.sizes());
    this.shortage = shortage;
    this.policies = policies;
    this.lengths = lengths;
    this.now = now;
  }

  Situation situation() {
    var courses = new ArrayList<Course>();
    var sizes = new HashMap<String, Integer>();
    for (var run : runs) {
      var course = course(run);
      courses.add(course);
      for (var work : course.works().values()) {
        for (var pool : work.pools().keySet()) {
          if (Lock.is(pool)) sizes.put(pool, Lock.WHOLE);
          else if (pools.containsKey(pool)) sizes.put(pool, pools.get(pool));
        }
      }
    }
    var governing =
        runs.stream()
            .map(run -> run.subject().project())
            .distinct()
            .flatMap(project -> policies.apply(project).stream())
            .toList();
    sizes.putAll(Governors.sizes(governing, now));
    return new Situation(now, courses, sizes, Governors.resizes(governing, now), List.of());
  }

  private Course course(Candidate run) {
    var depends = new ArrayList<String>();
    var missing = new ArrayList<Wanted>();
    for (var want : run.wants()) {
      other(run, want).ifPresentOrElse(other -> depends.add(other.key()), () -> missing.add(want));
    }
    var course =
        new Course(
            run.key(),
            run.subject().workflow(),
            run.workflow().graph(),
            run.priority(),
            new Course.Begin(run.earliest(), depends, turns(run)),
            works(run),
            run.promises().toList());
    // Nothing that is known will start what a live run waits for. One to come may find it done.
    if (missing.isEmpty() || run.subject().run().isEmpty()) return course;
    var want = missing.getLast();
    return course.stuck("start " + want.path() + " for " + want.businessDate());
  }

  private Map<String, Work> works(Candidate run) {
    var works = new HashMap<>(run.works(lengths, policies.apply(run.subject().project()), now));
    for (var task : run.workflow().graph().tasks()) {
      works.computeIfPresent(
          task.name(),
          (_, work) ->
              new Work(
                  work.standing(), work.length(), shortage.held(run.key(), task, work.pools())));
    }
    return works;
  }

  private Optional<Candidate> other(Candidate run, Wanted want) {
    return runs.stream()
        .filter(other -> !other.key().equals(run.key()))
        .filter(other -> other.subject().workflow().equals(want.workflow()))
        .filter(other -> other.subject().businessDate().equals(want.businessDate()))
        .findFirst();
  }

  /// Those that have to end before its turn comes: of a limit of n all but the last n - 1.
  private List<String> turns(Candidate run) {
    if (!run.waits()) return List.of();
    var before = new ArrayList<String>();
    run.turns()
        .forEach((group, limit) -> {
          var ahead =
              runs.stream()
                  .takeWhile(other -> !other.key().equals(run.key()))
                  .filter(other -> other.turns().containsKey(group))
                  .map(Candidate::key)
                  .toList();
          int ended = ahead.size() - limit + 1;
          if (ended > 0) before.addAll(ahead.subList(0, ended));
        });
    return before.stream().distinct().toList();
  }
}
