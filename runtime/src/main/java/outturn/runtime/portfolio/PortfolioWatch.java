package outturn.runtime.portfolio;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import outturn.definition.change.Change;
import outturn.definition.outcome.Lever;
import outturn.definition.outcome.Outcome;
import outturn.definition.outcome.Outcome.Goal;
import outturn.outcome.claim.Overlap;
import outturn.outcome.claim.Overlaps;
import outturn.outcome.portfolio.Chance;
import outturn.outcome.portfolio.Line;
import outturn.outcome.portfolio.Lines;
import outturn.outcome.portfolio.Portfolio;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.shift.Shift;
import outturn.runtime.change.Questions;
import outturn.runtime.outcome.Gates;
import outturn.runtime.outcome.Outcomes;
import outturn.runtime.project.InForce;
import outturn.store.steering.Marks;

/// Keeps a line of each outcome in memory, so that all of them are told at once; a line is made
/// anew, beside the requests, when something that it was made from is another, and each day.
///
/// Forecasts take longer than all the rest: they are made when every line is there, a few outcomes
/// at a time, and kept, so that each period is forecast once.
public final class PortfolioWatch {
  // Recorded by another node whose clock goes after, or whose transaction ended later.
  private static final Duration OVERLAP = Duration.ofMinutes(1);
  private static final int FORECAST_AT_ONCE = 4;

  private final InForce inForce;
  private final Effect effect;
  private final Forecasting forecasting;
  private final Marks marks;
  private final BooleanSupplier held;
  private final InstantSource clock;

  // Of the loop alone.
  private final Map<String, Instant> observed = new HashMap<>();
  private final Map<String, Ground> grounds = new HashMap<>();
  private final Deque<String> toForecast = new ArrayDeque<>();

  private volatile Shown shown = new Shown(Map.of(), Set.of());

  /// @param held whether nothing may be written, as of a restored copy
  public PortfolioWatch(
      InForce inForce,
      Effect effect,
      Forecasting forecasting,
      Marks marks,
      BooleanSupplier held,
      InstantSource clock) {
    this.inForce = inForce;
    this.effect = effect;
    this.forecasting = forecasting;
    this.marks = marks;
    this.held = held;
    this.clock = clock;
  }

  /// What lines are made from.
  public record Effect(
      Outcomes outcomes,
      Gates gates,
      Questions questions,
      OutcomeReviews reviews,
      NewestEvidence evidence) {}

  /// @param behind outcomes whose line is not of what is known now
  private record Shown(Map<String, Line> lines, Set<String> behind) {
    Shown {
      lines = Map.copyOf(lines);
      behind = Set.copyOf(behind);
    }
  }

  /// What a line was made from; when all is equal the line would be.
  private record Ground(
      LocalDate day,
      List<Long> versions,
      Optional<Overlap> overlap,
      List<Change> changes,
      List<Optional<Instant>> observed,
      long recorded,
      long answered) {}

  /// All outcomes in force, from memory.
  public Portfolio now() {
    var seen = shown;
    var lines =
        inForce.outcomes().stream()
            .map(InForce.Entry::name)
            .flatMap(name -> Optional.ofNullable(seen.lines().get(name)).stream())
            .toList();
    long current = lines.stream().filter(line -> !seen.behind().contains(line.name())).count();
    var objectives = inForce.objectives().stream().map(InForce.Entry::value).toList();
    return new Portfolio(lines, objectives, inForce.outcomes().size() - (int) current);
  }

  /// Makes the lines that are not there or not current, then some forecasts.
  public void step() {
    var stale = stale();
    if (!stale.isEmpty()) make(stale);
    for (int i = 0; i < FORECAST_AT_ONCE && !held.getAsBoolean() && !isStopped(); i++) {
      var name = toForecast.poll();
      if (name == null) return;
      effect.outcomes().find(name).ifPresent(this::forecast);
    }
  }

  private static boolean isStopped() {
    return Thread.currentThread().isInterrupted();
  }

  /// The outcomes whose line is to be made, with what it will be made from.
  private Map<String, Ground> stale() {
    var since =
        observed.values().stream()
            .max(Instant::compareTo)
            .map(last -> last.minus(OVERLAP))
            .orElse(Instant.EPOCH);
    observed.putAll(marks.observedSince(since));
    var recorded = marks.ofOutcomes();
    var answered = marks.ofShifts();
    var changes = effect.outcomes().changes().all();
    var overlaps = Overlaps.of(inForce.outcomes().stream().map(InForce.Entry::value).toList());
    var stale = new TreeMap<String, Ground>();
    for (var entry : inForce.outcomes()) {
      var ground = ground(entry, overlaps, changes, recorded, answered);
      if (!ground.equals(grounds.get(entry.name()))) stale.put(entry.name(), ground);
    }
    return stale;
  }

  private Ground ground(
      InForce.Entry<Outcome> entry,
      Overlaps overlaps,
      List<Change> changes,
      Map<String, Long> recorded,
      Map<String, Long> answered) {
    var outcome = entry.value();
    var measures = measures(outcome);
    var versions =
        Stream.concat(
                Stream.of(entry.version()),
                measures.stream()
                    .flatMap(name -> inForce.measure(name).stream())
                    .map(InForce.Entry::version))
            .toList();
    return new Ground(
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
        versions,
        overlaps.of(outcome),
        changes.stream().filter(change -> concerns(change, outcome)).toList(),
        measures.stream().map(name -> Optional.ofNullable(observed.get(name))).toList(),
        recorded.getOrDefault(entry.name(), 0L),
        measures.stream().mapToLong(name -> answered.getOrDefault(name, 0L)).sum());
  }

  private static Collection<String> measures(Outcome outcome) {
    return Stream.concat(
            outcome.goals().stream().map(Goal::measure),
            outcome.levers().stream()
                .flatMap(lever -> lever.spread().adoption().stream())
                .map(Lever.Adoption::actual)
                .flatMap(Optional::stream))
        .distinct()
        .toList();
  }

  private static boolean concerns(Change change, Outcome outcome) {
    return outcome.goals().stream().anyMatch(goal -> change.affects().contains(goal.measure()))
        || outcome.levers().stream()
            .anyMatch(lever -> lever.start().change().filter(change.name()::equals).isPresent())
        || outcome
            .appraisal()
            .analysis()
            .filter(analysis -> analysis.intervention().equals(change.name()))
            .isPresent();
  }

  private void make(Map<String, Ground> stale) {
    var behind = new HashSet<>(stale.keySet());
    shown = new Shown(shown.lines(), behind);
    var known = effect.questions().known(clock.instant());
    var lines = new HashMap<>(shown.lines());
    lines.keySet().retainAll(InForce.names(inForce.outcomes()));
    for (var each : stale.entrySet()) {
      if (isStopped()) return;
      effect
          .outcomes()
          .find(each.getKey())
          .ifPresent(entry -> {
            lines.put(entry.name(), line(entry, known));
            if (!toForecast.contains(entry.name())) toForecast.add(entry.name());
          });
      grounds.put(each.getKey(), each.getValue());
      behind.remove(each.getKey());
      // Whoever asks meanwhile sees what is there.
      if (behind.size() % 50 == 0) shown = new Shown(lines, behind);
    }
  }

  private Line line(InForce.Entry<OutcomePosition> entry, Questions.Known known) {
    var position = entry.value();
    long asked =
        position.measures().stream()
            .flatMap(each -> known.of(position, each).stream())
            .filter(Shift::isAsked)
            .count();
    var chances =
        forecasting.latest(entry.name()).stream()
            .map(each ->
                new Chance(
                    each.measure(), each.likely().chance(), each.ground().observedTo(), each.at()))
            .toList();
    return Lines.of(
        effect.gates().of(entry),
        new Lines.Beside(
            entry.project(),
            chances,
            effect.evidence().of(entry.name()),
            effect.reviews().of(position).state(),
            (int) asked));
  }

  private void forecast(InForce.Entry<OutcomePosition> entry) {
    if (!forecasting.keep(entry.value(), forecasting.latest(entry.name()))) return;
    var lines = new HashMap<>(shown.lines());
    lines.put(entry.name(), line(entry, effect.questions().known(clock.instant())));
    shown = new Shown(lines, shown.behind());
  }
}
