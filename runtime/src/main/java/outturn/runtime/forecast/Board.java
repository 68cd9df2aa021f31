package outturn.runtime.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import outturn.engine.forecast.Course;
import outturn.engine.forecast.CourseForecast;
import outturn.engine.forecast.Effort;
import outturn.engine.forecast.Forecaster;
import outturn.engine.forecast.Situation;
import outturn.engine.forecast.Words;
import outturn.runtime.forecast.Candidate.Ties;

/// What is foreseen now, kept in groups of runs that are forecast together.
///
/// The loop alone changes it; anybody may read.
final class Board {
  // The same numbers each time: what changes is what has happened.
  static final long SEED = 20_261_130;

  private final Map<String, Foreseen> foreseen = new ConcurrentHashMap<>();
  private final Map<String, Situation> situations = new ConcurrentHashMap<>();
  private final LongSupplier cpu;
  private final Agenda agenda = new Agenda();
  private Map<String, Group> byKey = Map.of();

  /// @param cpu the CPU time of the thread, in nanoseconds
  Board(LongSupplier cpu) {
    this.cpu = cpu;
  }

  Map<String, Foreseen> foreseen() {
    return foreseen;
  }

  /// By the name of the group.
  Map<String, Situation> situations() {
    return situations;
  }

  /// Takes note of which runs there are.
  ///
  /// @param ties by key
  void group(Map<String, Candidate> runs, Map<String, Ties> ties) {
    var made = new HashMap<String, Group>();
    var names = new HashSet<String>();
    for (var keys : Groups.of(runs.values(), ties)) {
      var group =
          Optional.ofNullable(byKey.get(keys.getFirst()))
              .filter(before -> before.keys().equals(keys))
              .orElseGet(() -> anew(keys));
      keys.forEach(key -> made.put(key, group));
      names.add(group.name());
    }
    var before = Set.copyOf(byKey.values());
    var after = Set.copyOf(made.values());
    // Those that are gone first: another may have the name of one.
    before.stream().filter(group -> !after.contains(group)).forEach(agenda::remove);
    after.stream().filter(group -> !before.contains(group)).forEach(agenda::add);
    byKey = made;
    foreseen.keySet().retainAll(made.keySet());
    situations.keySet().retainAll(names);
  }

  private Group anew(List<String> keys) {
    var group = new Group(keys);
    keys.stream().map(byKey::get).filter(Objects::nonNull).forEach(group::follow);
    return group;
  }

  /// Something of a run has changed.
  void touch(String key) {
    Optional.ofNullable(byKey.get(key)).ifPresent(group -> agenda.change(group, group::touch));
  }

  /// A run has ended.
  void ended(String key) {
    foreseen.remove(key);
  }

  /// Forecasts groups that are to be forecast, the most urgent first, as long as somebody lets it,
  /// and answers what is new.
  List<Foreseen> foresee(
      Instant now, Map<String, Candidate> runs, Maker maker, BooleanSupplier goesOn) {
    var anew = new ArrayList<Foreseen>();
    for (var group = agenda.next(now); group.isPresent(); group = agenda.next(now)) {
      if (!anew.isEmpty() && !goesOn.getAsBoolean()) break;
      anew.addAll(foresee(group.get(), runs, maker));
    }
    return anew;
  }

  private List<Foreseen> foresee(Group group, Map<String, Candidate> runs, Maker maker) {
    var members = group.keys().stream().map(runs::get).filter(Objects::nonNull).toList();
    if (members.isEmpty()) {
      // All of it has ended since groups were made.
      agenda.remove(group);
      return List.of();
    }
    long began = cpu.getAsLong();
    var situation = maker.situation(members);
    var forecast = Forecaster.of(situation, Effort.fitting(situation, SEED));
    var anew = new ArrayList<Foreseen>();
    for (int place = 0; place < situation.courses().size(); place++) {
      var course = situation.courses().get(place);
      var subject = Objects.requireNonNull(runs.get(course.key())).subject();
      var made = made(group, subject, course, forecast.courses().get(place), situation.now());
      foreseen.put(course.key(), made);
      anew.add(made);
    }
    situations.put(group.name(), situation);
    var next = anew.stream().map(Board::next).min(Comparator.naturalOrder()).orElse(Instant.MAX);
    var took = Duration.ofNanos(cpu.getAsLong() - began);
    agenda.change(group, () -> group.done(situation.now(), next, took));
    return anew;
  }

  /// Makes the situation of some runs, as they stand now.
  interface Maker {
    Situation situation(List<Candidate> runs);
  }

  private static Foreseen made(
      Group group, Subject subject, Course course, CourseForecast forecast, Instant now) {
    var words = new Words(subject.zone(), now);
    var causes = new HashMap<String, String>();
    for (var deadline : forecast.deadlines()) {
      causes.put(deadline.promise().name(), words.sentence(deadline.chain()));
    }
    return new Foreseen(subject, now, course, forecast, causes, group.name());
  }

  /// When the first promise is due that can still be kept or missed.
  private static Instant next(Foreseen foreseen) {
    return foreseen.forecast().deadlines().stream()
        .map(deadline -> deadline.promise().due())
        .filter(due -> due.isAfter(foreseen.at()))
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }
}
