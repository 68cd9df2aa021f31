package outturn.runtime.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import outturn.definition.calendar.SupposedHoliday;
import outturn.engine.forecast.Course;
import outturn.engine.forecast.DeadlineForecast;
import outturn.engine.forecast.Effort;
import outturn.engine.forecast.Forecast;
import outturn.engine.forecast.Forecaster;
import outturn.engine.forecast.Situation;
import outturn.engine.forecast.WhatIf;
import outturn.engine.forecast.Words;
import outturn.runtime.forecast.OtherDays.Pair;

/// Compares what is foreseen with what would be if something were otherwise: the same draws, so
/// that what differs is what was supposed.
public final class Comparing {
  private final Foresight foresight;

  public Comparing(Foresight foresight) {
    this.foresight = foresight;
  }

  /// What is supposed.
  ///
  /// @param holidays days that would be holidays, so that schedules would start other runs
  public record Wish(List<SupposedHoliday> holidays, List<Supposed> others) {
    public Wish {
      holidays = List.copyOf(holidays);
      others = List.copyOf(others);
    }
  }

  /// A deadline that would go another way.
  ///
  /// @param now empty when its run starts only then
  /// @param then empty when its run would not start
  /// @param why in words
  public record Changed(
      Subject subject,
      Optional<DeadlineForecast> now,
      Optional<DeadlineForecast> then,
      String why) {
    /// As it is promised now, or else then.
    public Course.Promise promise() {
      return now.or(() -> then).orElseThrow().promise();
    }
  }

  /// @param changed the one promised first comes first
  /// @param same how many deadlines would not change
  /// @param unknown what was supposed and concerns nothing that is foreseen
  public record Compared(List<Changed> changed, int same, Set<String> unknown) {
    public Compared {
      changed = List.copyOf(changed);
      unknown = Set.copyOf(unknown);
    }
  }

  /// What to say of supposed holidays that are in no calendar of a schedule.
  public Optional<String> missing(Wish wish) {
    return foresight.missing(wish.holidays());
  }

  public Compared with(Wish wish) {
    var changed = new ArrayList<Changed>();
    var unknown = new TreeSet<String>();
    wish.others().forEach(each -> unknown.add(each.what()));
    var days = new OtherDays(foresight.basis(), wish.holidays());
    days.unknown().forEach(each -> unknown.add("holiday " + each.text()));
    var moved = days.pairs();
    for (var pair : moved) {
      var meant = meant(wish.others(), pair.then(), unknown);
      changed.addAll(compared(pair, pair.then().with(meant), days));
    }
    for (var pair : others(moved)) {
      var meant = meant(wish.others(), pair.then(), unknown);
      if (meant.length > 0) changed.addAll(compared(pair, pair.then().with(meant), days));
    }
    changed.sort(Comparator.comparing(each -> each.promise().due()));
    return new Compared(changed, same(changed), unknown);
  }

  private int same(List<Changed> changed) {
    long all =
        foresight.all().values().stream()
            .mapToLong(each -> each.forecast().deadlines().size())
            .sum();
    long others = changed.stream().filter(each -> each.now().isPresent()).count();
    return (int) Math.max(0, all - others);
  }

  /// The groups in which holidays move nothing.
  private List<Pair> others(List<Pair> moved) {
    var keys = new HashSet<String>();
    moved.forEach(pair -> keys.addAll(pair.subjects().keySet()));
    var subjects = new HashMap<String, Subject>();
    foresight.all().forEach((key, each) -> subjects.put(key, each.subject()));
    return foresight.situations().values().stream()
        .filter(each -> each.courses().stream().noneMatch(course -> keys.contains(course.key())))
        .map(each -> new Pair(each, each, subjects))
        .toList();
  }

  private static WhatIf[] meant(List<Supposed> all, Situation situation, Set<String> unknown) {
    var meant = new ArrayList<WhatIf>();
    for (var each : all) {
      var here = each.in(situation).toList();
      if (!here.isEmpty()) unknown.remove(each.what());
      meant.addAll(here);
    }
    return meant.toArray(WhatIf[]::new);
  }

  /// A deadline of a run.
  private record Place(String key, String deadline) {}

  private static List<Changed> compared(Pair pair, Situation supposed, OtherDays days) {
    // As many draws on both sides.
    var effort =
        Stream.of(pair.now(), pair.then())
            .map(each -> Effort.whole(each, Board.SEED))
            .min(Comparator.comparingInt(Effort::most))
            .orElseThrow();
    var now = deadlines(Forecaster.of(pair.now(), effort));
    var then = deadlines(Forecaster.of(supposed, effort));
    var places = new LinkedHashSet<>(now.keySet());
    places.addAll(then.keySet());
    var changed = new ArrayList<Changed>();
    for (var place : places) {
      var was = Optional.ofNullable(now.get(place));
      var is = Optional.ofNullable(then.get(place));
      var subject = pair.subjects().get(place.key());
      if (subject == null || !differs(was, is)) continue;
      var words = new Words(subject.zone(), pair.now().now());
      var why = days.why(place.key()).orElseGet(() -> why(is, words));
      changed.add(new Changed(subject, was, is, why));
    }
    return changed;
  }

  private static Map<Place, DeadlineForecast> deadlines(Forecast forecast) {
    var deadlines = new LinkedHashMap<Place, DeadlineForecast>();
    for (var course : forecast.courses()) {
      for (var each : course.deadlines()) {
        deadlines.put(new Place(course.key(), each.promise().name()), each);
      }
    }
    return deadlines;
  }

  private static boolean differs(Optional<DeadlineForecast> was, Optional<DeadlineForecast> is) {
    if (was.isEmpty() || is.isEmpty()) return true;
    return was.get().chance() != is.get().chance()
        || !was.get().finish().equals(is.get().finish())
        || !was.get().promise().equals(is.get().promise());
  }

  private static String why(Optional<DeadlineForecast> is, Words words) {
    return is.map(deadline -> words.sentence(deadline.chain()))
        .orElse("its workflow would not be started");
  }
}
