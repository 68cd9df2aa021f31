package outturn.runtime.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.definition.ahead.RunTimes;
import outturn.definition.ahead.Starter;
import outturn.definition.ahead.Window;
import outturn.definition.calendar.SupposedHoliday;
import outturn.definition.schedule.Schedule.Jitter;
import outturn.definition.whatif.Supposition;
import outturn.runtime.ahead.Ahead;
import outturn.runtime.project.InForce;

/// The runs that schedules will start in the hours to come.
final class Plan {
  private static final Duration FORWARD = Duration.ofHours(24);
  private static final Duration FAR = Duration.ofDays(14);
  private static final int MOST_OF_EACH = 3;
  private static final int MOST = 5_000;

  private final InForce inForce;
  private final Ahead ahead;

  Plan(InForce inForce, Ahead ahead) {
    this.inForce = inForce;
    this.ahead = ahead;
  }

  /// Of the workflows of a circle, the next few of each. What is due is still to come until its run
  /// is seen, or is overdue.
  ///
  /// @param seen whether the run of a start, by its name, has been seen
  List<StartToCome> starts(Circle circle, Instant now, Predicate<String> seen) {
    var each = new HashMap<String, StartToCome>();
    for (var starter : starters(circle)) {
      starts(starter, new Window(now.minus(lateness(starter)), now.plus(FORWARD)))
          .filter(start -> !start.isOverdue(now) && !seen.test(start.key()))
          .limit(MOST_OF_EACH)
          .forEach(start -> each.putIfAbsent(start.key(), start));
    }
    return List.copyOf(each.values());
  }

  private List<Starter> starters(Circle circle) {
    return circle.all().stream().flatMap(name -> ahead.starters(name).stream()).toList();
  }

  /// How long after it was due a run may begin.
  private static Duration lateness(Starter starter) {
    var jitter = starter.schedule().rules().jitter().map(Jitter::most).orElse(Duration.ZERO);
    return StartToCome.ARRIVAL.plus(jitter);
  }

  /// The starts further away that live runs wait for.
  ///
  /// @param known all that is known already
  List<StartToCome> awaited(Collection<? extends Candidate> known, Instant now) {
    var wanted =
        known.stream()
            .filter(LiveRun.class::isInstance)
            .flatMap(run -> run.wants().stream())
            .collect(Collectors.toSet());
    if (wanted.isEmpty()) return List.of();
    var there =
        known.stream()
            .map(run -> new Of(run.subject().workflow(), run.subject().businessDate()))
            .collect(Collectors.toSet());
    return wanted.stream()
        .map(want -> new Of(want.workflow(), want.businessDate()))
        .filter(of -> !there.contains(of))
        .distinct()
        .flatMap(of -> later(of, now).stream())
        .toList();
  }

  /// A run of a workflow for a business date.
  private record Of(String workflow, LocalDate date) {}

  private Optional<StartToCome> later(Of of, Instant now) {
    var window = new Window(now.plus(FORWARD), now.plus(FAR));
    return ahead.starters(of.workflow()).stream()
        .flatMap(starter -> starts(starter, window))
        .filter(start -> start.subject().businessDate().equals(of.date()))
        .min(Comparator.comparing(StartToCome::earliest));
  }

  private Stream<StartToCome> starts(Starter starter, Instant now) {
    return starts(starter, new Window(now.plusNanos(1), now.plus(FORWARD)));
  }

  private Stream<StartToCome> starts(Starter starter, Window window) {
    return RunTimes.of(List.of(starter), window, MOST).orElse(List.of()).stream()
        .flatMap(start ->
            inForce.workflow(starter.workflow()).stream()
                .map(entry -> StartToCome.of(entry, starter, start.due())));
  }

  /// What becomes of runs to come if days are holidays. One that would be for another business date
  /// is both gone and come.
  ///
  /// @param gone by key
  /// @param come by key, of each schedule the next few
  record Moves(Map<String, StartToCome> gone, Map<String, StartToCome> come) {}

  Moves moves(Circle circle, Instant now, List<SupposedHoliday> holidays) {
    if (holidays.isEmpty()) return new Moves(Map.of(), Map.of());
    var supposition = new Supposition(holidays, Set.of(), Map.of(), Map.of());
    var will = new LinkedHashMap<String, StartToCome>();
    var would = new LinkedHashMap<String, StartToCome>();
    for (var starter : starters(circle)) {
      starts(starter, now).forEach(start -> will.putIfAbsent(start.key(), start));
      supposition.of(starter).stream()
          .flatMap(supposed -> starts(supposed, now))
          .forEach(start -> would.putIfAbsent(start.key(), start));
    }
    var come = new LinkedHashMap<String, StartToCome>();
    var counts = new HashMap<String, Integer>();
    for (var start : others(would.values(), will)) {
      boolean another = will.containsKey(start.key());
      if (another || counts.merge(start.schedule(), 1, Integer::sum) <= MOST_OF_EACH) {
        come.put(start.key(), start);
      }
    }
    var gone = new LinkedHashMap<String, StartToCome>();
    others(will.values(), would).forEach(start -> gone.put(start.key(), start));
    return new Moves(gone, come);
  }

  /// Those that are not in the others, or there for another business date.
  private static List<StartToCome> others(
      Collection<StartToCome> some, Map<String, StartToCome> others) {
    var left = new ArrayList<StartToCome>();
    for (var start : some) {
      var other = others.get(start.key());
      var date = start.subject().businessDate();
      if (other == null || !other.subject().businessDate().equals(date)) left.add(start);
    }
    return left;
  }

  /// Whether a date is among the days of the hours to come.
  boolean reaches(Circle circle, Instant now, SupposedHoliday holiday) {
    return starters(circle).stream()
        .map(starter -> starter.schedule().zone())
        .distinct()
        .anyMatch(zone ->
            !holiday.date().isBefore(now.atZone(zone).toLocalDate())
                && !holiday.date().isAfter(now.plus(FORWARD).atZone(zone).toLocalDate()));
  }
}
