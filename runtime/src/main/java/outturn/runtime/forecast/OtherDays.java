package outturn.runtime.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.definition.ahead.Line;
import outturn.definition.ahead.Outlook;
import outturn.definition.ahead.Window;
import outturn.definition.calendar.SupposedHoliday;
import outturn.definition.trigger.Dependency;
import outturn.definition.trigger.Dependency.Otherwise;
import outturn.definition.whatif.Supposition;
import outturn.engine.forecast.Situation;
import outturn.engine.forecast.WhatIf;
import outturn.engine.pool.Lane;
import outturn.runtime.forecast.Candidate.Ties;
import outturn.runtime.forecast.learn.Lengths;
import outturn.runtime.project.InForce;

/// The runs as they would be if days were holidays: those that would not start are left out, and
/// those that would start instead come in.
final class OtherDays {
  private final Basis basis;
  private final List<SupposedHoliday> holidays;
  private final Map<String, StartToCome> gone;
  private final Map<String, StartToCome> come;
  private final Shortage now;
  private final Shortage then;

  OtherDays(Basis basis, List<SupposedHoliday> holidays) {
    this.basis = basis;
    this.holidays = holidays;
    var moves = basis.plan().moves(basis.circle(), basis.now(), holidays);
    // Beyond the next few of a schedule nothing is forecast.
    this.gone = new TreeMap<>(moves.gone());
    gone.keySet().removeIf(key -> !(basis.runs().get(key) instanceof StartToCome));
    this.come = new TreeMap<>(moves.come());
    come.keySet().removeIf(key -> moves.gone().containsKey(key) && !gone.containsKey(key));
    var supposed = new TreeMap<>(basis.runs());
    supposed.keySet().removeAll(gone.keySet());
    supposed.putAll(come);
    boolean same = gone.isEmpty() && come.isEmpty();
    this.now = same ? Shortage.NONE : basis.shortage(basis.runs().values());
    this.then = same ? Shortage.NONE : basis.shortage(supposed.values());
  }

  /// What forecasts are made of at an instant.
  ///
  /// @param runs those that live, and those to come, by key
  record Basis(
      InForce inForce,
      Plan plan,
      Circle circle,
      Map<String, Candidate> runs,
      Room room,
      Lengths lengths,
      Instant now) {
    private Ties ties(Candidate run) {
      return run.ties(inForce.policies(run.subject().project()));
    }

    private Shortage shortage(Collection<Candidate> all) {
      return Shortage.of(all, room.foreseen(), room.slots(), now);
    }

    private Situation situation(List<Candidate> some, Shortage shortage) {
      return new Joining(some, room.pools(), shortage, inForce::policies, lengths, now).situation();
    }
  }

  /// How much may be held at once.
  ///
  /// @param pools sizes by name
  /// @param slots of all workers together
  /// @param foreseen when runs end, and need no slots any more
  record Room(
      Map<String, Integer> pools, Map<Lane, Integer> slots, Map<String, Foreseen> foreseen) {}

  /// The holidays that are on none of the days that forecasts look at, and move no start of these.
  Stream<SupposedHoliday> unknown() {
    return holidays.stream()
        .filter(holiday -> !basis.plan().reaches(basis.circle(), basis.now(), holiday))
        .filter(holiday -> {
          var others = holidays.stream().filter(each -> !each.equals(holiday)).toList();
          var moves = basis.plan().moves(basis.circle(), basis.now(), holidays);
          return moves.equals(basis.plan().moves(basis.circle(), basis.now(), others));
        });
  }

  /// Runs that may wait for each other, as they are and as they would be.
  ///
  /// @param subjects by key
  record Pair(Situation now, Situation then, Map<String, Subject> subjects) {}

  /// Of all runs that may wait for one that would not start, or that would start instead.
  List<Pair> pairs() {
    if (gone.isEmpty() && come.isEmpty()) return List.of();
    var all = new ArrayList<Candidate>(basis.runs().values());
    all.addAll(come.values());
    var ties = new HashMap<String, Ties>();
    for (var run : all) {
      var slots = new HashSet<>(now.pools(run.key()));
      slots.addAll(then.pools(run.key()));
      ties.merge(run.key(), basis.ties(run).with(slots), OtherDays::both);
    }
    return Groups.of(all, ties).stream()
        .filter(
            keys -> keys.stream().anyMatch(key -> gone.containsKey(key) || come.containsKey(key)))
        .map(this::pair)
        .toList();
  }

  /// Of one that would be for another business date.
  private static Ties both(Ties one, Ties other) {
    var wants = Stream.concat(one.wants().stream(), other.wants().stream()).distinct().toList();
    return new Ties(one.pools(), one.turns(), wants);
  }

  private Pair pair(List<String> keys) {
    var those = new ArrayList<Candidate>();
    var others = new ArrayList<Candidate>();
    var subjects = new HashMap<String, Subject>();
    for (var key : new HashSet<>(keys)) {
      var run = basis.runs().get(key);
      var other = come.get(key);
      if (run != null) those.add(run);
      if (other != null) others.add(other);
      else if (run != null && !gone.containsKey(key)) others.add(run);
      subjects.put(key, Objects.requireNonNull(run != null ? run : other).subject());
    }
    var supposed = inVain(basis.situation(others, then), others);
    return new Pair(basis.situation(those, now), supposed, subjects);
  }

  /// Who would wait for a run that does not start begins when its patience ends, or never.
  private Situation inVain(Situation situation, Collection<Candidate> then) {
    var there = then.stream().map(run -> Started.of(run.subject())).collect(Collectors.toSet());
    var missing = missing(there);
    var supposed = situation;
    for (var run : then) {
      if (!(run instanceof StartToCome start)) continue;
      for (var each : start.workflow().starts().dependsOn()) {
        var wanted = new Started(each.workflow(), each.date().from(start.subject().businessDate()));
        if (missing.contains(wanted)) supposed = supposed.with(inVain(start, each, wanted));
      }
    }
    return supposed;
  }

  /// A run for a date.
  private record Started(String workflow, LocalDate date) {
    static Started of(Subject subject) {
      return new Started(subject.workflow(), subject.businessDate());
    }
  }

  private Set<Started> missing(Set<Started> there) {
    return gone.values().stream()
        .map(start -> Started.of(start.subject()))
        .filter(each -> !there.contains(each))
        .collect(Collectors.toSet());
  }

  private static WhatIf inVain(StartToCome start, Dependency each, Started wanted) {
    if (each.otherwise() == Otherwise.START && each.within().isPresent()) {
      return new WhatIf.Begins(start.key(), start.earliest().plus(each.within().get()));
    }
    return new WhatIf.Stuck(start.key(), "start %s for %s".formatted(each.path(), wanted.date()));
  }

  /// Why a run would not start, or would start.
  Optional<String> why(String key) {
    var was = gone.get(key);
    var is = come.get(key);
    if (was != null && is != null) {
      return Optional.of("it would be for business date " + is.subject().businessDate());
    }
    if (was != null) return Optional.of("it would not start" + told(was));
    return Optional.ofNullable(is).map(start -> "it would start then" + told(start));
  }

  /// What the schedule says of the due time.
  private String told(StartToCome start) {
    var due = start.subject().due();
    var supposition = new Supposition(holidays, Set.of(), Map.of(), Map.of());
    var supposed = supposition.of(start.starter()).stream().toList();
    var lines = new Outlook(supposed, new Window(due, due.plusNanos(1))).lines(Optional.empty(), 1);
    return lines.stream()
        .map(line ->
            switch (line.what()) {
              case Line.What.Starts(_, var notes) -> String.join("; ", notes);
              case Line.What.Skipped(var why) -> why;
              case Line.What.Unknown(var why) -> why;
            })
        .filter(text -> !text.isEmpty())
        .map(text -> ": " + text)
        .collect(Collectors.joining());
  }
}
