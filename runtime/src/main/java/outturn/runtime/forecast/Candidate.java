package outturn.runtime.forecast;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.definition.policy.Policy;
import outturn.definition.workflow.Deadline;
import outturn.definition.workflow.Task;
import outturn.definition.workflow.Workflow;
import outturn.engine.duration.Sampler;
import outturn.engine.forecast.Course;
import outturn.engine.forecast.Work;
import outturn.engine.trigger.Wanted;
import outturn.runtime.forecast.learn.Lengths;

/// A run that a forecast plays: one that lives, or one to come.
sealed interface Candidate permits LiveRun, StartToCome {
  Subject subject();

  Workflow workflow();

  /// What it was or will be started with, as far as that is known.
  Map<String, Object> inputs();

  int priority();

  /// What of it is still to be done.
  List<Task> ahead();

  /// The limits of the groups in which it takes its turn, by name.
  Map<String, Integer> turns();

  List<Wanted> wants();

  /// Whether others of its groups go before it only if they have begun, or come before.
  boolean waits();

  /// Not before this; in the past for one that has begun.
  Instant earliest();

  /// What its tasks are to a forecast.
  Map<String, Work> works(Lengths lengths, List<Policy> policies, Instant now);

  /// How long its tasks may take, by name.
  default Map<String, Sampler> samplers(Lengths lengths) {
    return lengths.of(workflow(), inputs(), subject().businessDate());
  }

  default String key() {
    return subject().key();
  }

  /// @param policies of its project
  default Ties ties(List<Policy> policies) {
    var counting = policies.stream().filter(policy -> !policy.freezes()).toList();
    Set<String> pools =
        ahead().stream()
            .flatMap(task -> Governors.held(counting, workflow().name(), task).keySet().stream())
            .collect(Collectors.toSet());
    return new Ties(pools, turns(), wants());
  }

  default Stream<Course.Promise> promises() {
    return workflow().deadlines().stream().map(this::promise);
  }

  private Course.Promise promise(Deadline deadline) {
    var subject = subject();
    return new Course.Promise(
        deadline.name(),
        deadline.task(),
        deadline.due(subject.businessDate(), subject.due(), subject.zone()));
  }

  /// What a run may have to wait for in other runs, or they in it.
  ///
  /// @param pools that its tasks hold, locks, policies that count and slots that are short among
  ///   them
  /// @param turns the limits of the groups in which it takes its turn, by name
  /// @param wants what has to succeed before it begins
  record Ties(Set<String> pools, Map<String, Integer> turns, List<Wanted> wants) {
    static final Ties NONE = new Ties(Set.of(), Map.of(), List.of());

    public Ties {
      pools = Set.copyOf(pools);
      turns = Map.copyOf(turns);
      wants = List.copyOf(wants);
    }

    Ties with(Set<String> more) {
      var all = new HashSet<>(pools);
      all.addAll(more);
      return new Ties(all, turns, wants);
    }

    boolean isEmpty() {
      return pools.isEmpty() && turns.isEmpty() && wants.isEmpty();
    }
  }
}
