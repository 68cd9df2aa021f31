package outturn.definition.policy;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import outturn.definition.calendar.Weekday;
import outturn.definition.calendar.WorkingDays;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Form;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;

/// Reads the windows of a policy: a time of day makes one that comes again, a date one that comes
/// once.
final class WindowReader {
  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
  private static final String DATE =
      "[12][0-9]{3}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?";

  /// Either end of a window.
  private sealed interface End {
    record OfDay(LocalTime time) implements End {}

    /// @param date the whole day is meant, when no time is written
    record OfTime(LocalDate date, Optional<LocalTime> time) implements End {}
  }

  private static final Key<End> FROM =
      Key.optional("from", end(), "When it opens: \"22:00\", or 2026-12-24T18:00 for once.");
  private static final Key<End> TO =
      Key.optional("to", end(), "When it closes: \"06:00\", or 2027-01-02 for once.");
  private static final Key<List<Weekday>> DAYS =
      Key.optional(
          "days",
          Groups.filled(Groups.oneOrMany(Choices.of(Weekday.class))),
          "On which days it opens; every day by default.");
  private static final Key<Placed<String>> CALENDAR =
      Key.optional("calendar", Forms.name().placed(), "On whose working days it opens.");
  static final Shape SHAPE = new Shape("window", FROM, TO, DAYS, CALENDAR);

  private final Function<String, Optional<WorkingDays>> calendars;
  private final Uses uses;
  private final Problems problems;

  WindowReader(Function<String, Optional<WorkingDays>> calendars, Uses uses, Problems problems) {
    this.calendars = calendars;
    this.uses = uses;
    this.problems = problems;
  }

  private static Form<End> end() {
    var expected = "a time such as \"22:00\", or a date or date and time such as 2026-12-24T18:00";
    return new Form<>(
        expected,
        Map.of("type", "string", "pattern", "^(%s|%s)$".formatted(TIME, DATE)),
        (form, node, problems) -> {
          var end = node instanceof Node.Scalar scalar ? end(scalar.text()) : Optional.<End>empty();
          if (end.isEmpty()) {
            problems.add(
                node.position(),
                "bad-time",
                "expected %s, found %s".formatted(expected, node.told()));
          }
          return end;
        });
  }

  private static Optional<End> end(String text) {
    try {
      if (text.matches(TIME)) return Optional.of(new End.OfDay(LocalTime.parse(text)));
      if (!text.matches(DATE)) return Optional.empty();
      if (!text.contains("T")) {
        return Optional.of(new End.OfTime(LocalDate.parse(text), Optional.empty()));
      }
      var time = LocalDateTime.parse(text);
      return Optional.of(new End.OfTime(time.toLocalDate(), Optional.of(time.toLocalTime())));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  Window read(Values values) {
    var calendar =
        values
            .find(CALENDAR)
            .flatMap(name -> calendars.apply(uses.note(Use.Target.CALENDAR, name)));
    var from = values.find(FROM);
    var to = values.find(TO);
    boolean once = from.orElse(null) instanceof End.OfTime || to.orElse(null) instanceof End.OfTime;
    return once ? once(values, from, to) : daily(values, calendar, from, to);
  }

  private Window once(Values values, Optional<End> from, Optional<End> to) {
    for (var key : List.of(DAYS, CALENDAR)) {
      if (!values.has(key)) continue;
      problems.add(
          values.keyPosition(key),
          "misplaced-key",
          "%s is for windows that come again".formatted(key.name()),
          "write from and to as times such as \"22:00\", or take %s away".formatted(key.name()));
    }
    if (from.orElse(null) instanceof End.OfDay || to.orElse(null) instanceof End.OfDay) {
      problems.add(
          values.position(TO),
          "not-in-order",
          "one end of the window is a time of every day, the other one a date",
          "write both in the same way");
    }
    var window =
        new Window.Once(from.flatMap(end -> local(end, 0)), to.flatMap(end -> local(end, 1)));
    boolean ends = window.from().isPresent() && window.to().isPresent();
    if (ends && !window.to().get().isAfter(window.from().get())) {
      problems.add(
          values.position(TO),
          "not-in-order",
          "the window closes before it opens",
          "put to after from");
    }
    return window;
  }

  /// @param later by so many days a date alone ends after it begins
  private static Optional<LocalDateTime> local(End end, int later) {
    return switch (end) {
      case End.OfDay _ -> Optional.empty();
      case End.OfTime(var date, var time) ->
          Optional.of(time.map(date::atTime).orElseGet(() -> date.plusDays(later).atStartOfDay()));
    };
  }

  private Window daily(
      Values values, Optional<WorkingDays> calendar, Optional<End> from, Optional<End> to) {
    boolean nothing = List.of(FROM, TO, DAYS, CALENDAR).stream().noneMatch(values::has);
    if (nothing) {
      problems.add(
          values.position(),
          "empty",
          "the window says nothing",
          "write from and to, days or a calendar; without during the policy is always in force");
    }
    var opens = time(from);
    var closes = time(to);
    if (opens.isPresent() && opens.equals(closes)) {
      problems.add(
          values.position(TO),
          "not-in-order",
          "the window closes when it opens",
          "leave from and to out for the whole day");
    }
    Set<DayOfWeek> days =
        values.has(DAYS)
            ? values.list(DAYS).stream().map(Weekday::day).collect(Collectors.toSet())
            : Set.copyOf(Arrays.asList(DayOfWeek.values()));
    return new Window.Daily(
        days, calendar, opens.orElse(LocalTime.MIDNIGHT), closes.orElse(LocalTime.MIDNIGHT));
  }

  private static Optional<LocalTime> time(Optional<End> end) {
    return end.flatMap(
        each -> each instanceof End.OfDay(var time) ? Optional.of(time) : Optional.empty());
  }
}
