package outturn.definition.service;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Map;
import java.util.Optional;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Form;
import outturn.definition.shape.Forms;
import outturn.definition.text.Durations;
import outturn.definition.text.Node;

/// The time over which it is judged how often a promise was kept.
public sealed interface Window {
  /// The last so many days.
  record Rolling(Duration length) implements Window {
    @Override
    public LocalDate first(LocalDate day) {
      return day.minusDays(length.toDays());
    }

    @Override
    public String text() {
      return Durations.text(length);
    }
  }

  /// From the first day of the month, quarter or year.
  record Calendar(Unit unit) implements Window {
    @Override
    public LocalDate first(LocalDate day) {
      return switch (unit) {
        case MONTH -> day.withDayOfMonth(1);
        case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
        case YEAR -> day.withDayOfYear(1);
      };
    }

    @Override
    public String text() {
      return Choices.word(unit);
    }
  }

  /// What begins anew.
  enum Unit {
    MONTH,
    QUARTER,
    YEAR
  }

  /// The first day of the window that a day is in.
  LocalDate first(LocalDate day);

  /// As it is written in a file: `30d`, `month`.
  String text();

  /// What a promise without one is judged over.
  static Window usual() {
    return new Rolling(Duration.ofDays(30));
  }

  static Form<Window> form() {
    return new Form<>(
        "a duration such as 30d, or month, quarter or year",
        Map.of("type", "string", "pattern", "^([0-9]{1,9}(ms|s|m|h|d|w)|month|quarter|year)$"),
        (form, node, problems) -> {
          if (node instanceof Node.Scalar scalar) {
            var found = read(scalar.text());
            if (found.isPresent()) return found;
          }
          problems.add(
              node.position(),
              "bad-duration",
              "expected %s, found %s".formatted(form.expected(), node.told()));
          return Optional.empty();
        });
  }

  /// Reads what [#text] writes.
  static Optional<Window> read(String text) {
    for (var unit : Unit.values()) {
      if (Choices.word(unit).equals(text)) return Optional.of(new Calendar(unit));
    }
    return Forms.durationOf(text).map(Rolling::new);
  }
}
