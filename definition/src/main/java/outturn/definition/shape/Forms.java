package outturn.definition.shape;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import outturn.definition.text.Nearest;
import outturn.definition.text.Node;
import outturn.definition.text.Node.ScalarKind;

/// The forms of single values.
public final class Forms {
  private static final String NAME_SHAPE = "[a-z][a-z0-9-]{0,62}";
  private static final String VALUE_NAME_SHAPE = "[a-z][a-zA-Z0-9_-]{0,62}";
  private static final String DURATION_SHAPE = "(?<amount>[0-9]{1,9})(?<unit>ms|s|m|h|d|w)";
  private static final String DATE_SHAPE = "[12][0-9]{3}-[0-9]{2}-[0-9]{2}";
  private static final String DATE_TIME_SHAPE = DATE_SHAPE + "T[0-9]{2}:[0-9]{2}(:[0-9]{2})?";
  private static final Pattern DURATION = Pattern.compile(DURATION_SHAPE);
  private static final Pattern PLAIN_WHOLE = Pattern.compile("[-+]?[0-9]{1,18}");

  private Forms() {}

  /// Any text that is not empty.
  public static Form<String> text() {
    return new Form<>(
        "a text",
        Map.of("type", "string", "minLength", 1),
        (form, node, problems) ->
            node instanceof Node.Scalar scalar
                    && scalar.kind() == ScalarKind.TEXT
                    && !scalar.text().isBlank()
                ? Optional.of(scalar.text())
                : form.refuse(node, problems));
  }

  /// A text, or a number taken as it is written.
  public static Form<String> word() {
    return new Form<>(
        "a single value",
        Map.of("type", new String[] {"string", "number", "boolean"}),
        (form, node, problems) ->
            node instanceof Node.Scalar scalar && scalar.kind() != ScalarKind.NULL
                ? Optional.of(scalar.text())
                : form.refuse(node, problems));
  }

  /// The name of an object of the project: lower case letters, digits and `-`.
  public static Form<String> name() {
    return named("a name of lower case letters, digits and '-'", NAME_SHAPE);
  }

  /// The name of an input or output; programs write these, so `_` and capitals are allowed.
  public static Form<String> valueName() {
    return named(
        "a name of letters, digits, '_' and '-' that begins in lower case", VALUE_NAME_SHAPE);
  }

  /// A text of a fixed pattern.
  public static Form<String> named(String expected, String pattern) {
    var shape = Pattern.compile(pattern);
    return new Form<>(
        expected,
        Map.of("type", "string", "pattern", "^" + pattern + "$"),
        (form, node, problems) -> {
          if (!(node instanceof Node.Scalar scalar) || scalar.kind() != ScalarKind.TEXT) {
            return form.refuse(node, problems);
          }
          if (shape.matcher(scalar.text()).matches()) return Optional.of(scalar.text());
          problems.add(
              node.position(),
              "bad-name",
              "expected %s, found %s".formatted(expected, node.told()));
          return Optional.empty();
        });
  }

  public static Form<Boolean> truth() {
    return new Form<>(
        "true or false",
        Map.of("type", "boolean"),
        (form, node, problems) ->
            node instanceof Node.Scalar scalar && scalar.kind() == ScalarKind.TRUTH
                ? Optional.of(scalar.text().equalsIgnoreCase("true"))
                : form.refuse(node, problems));
  }

  /// A whole number within limits, both allowed.
  public static Form<Integer> whole(int least, int most) {
    return new Form<>(
        most == Integer.MAX_VALUE
            ? "a whole number of at least " + least
            : "a whole number from %d to %d".formatted(least, most),
        Map.of("type", "integer", "minimum", least, "maximum", most),
        (form, node, problems) -> {
          if (!(node instanceof Node.Scalar scalar) || scalar.kind() != ScalarKind.WHOLE) {
            return form.refuse(node, problems);
          }
          var value = wholeOf(scalar.text());
          if (value.isEmpty() || value.get() < least || value.get() > most) {
            problems.add(
                node.position(),
                "out-of-range",
                "expected %s, found %s".formatted(form.expected(), node.told()));
            return Optional.empty();
          }
          return Optional.of(value.get().intValue());
        });
  }

  /// The value of a whole number in decimal notation that fits 64 bits.
  public static Optional<Long> wholeOf(String text) {
    if (!PLAIN_WHOLE.matcher(text).matches()) return Optional.empty();
    return Optional.of(Long.parseLong(text));
  }

  public static Form<Double> number() {
    return new Form<>(
        "a number",
        Map.of("type", "number"),
        (form, node, problems) -> {
          if (node instanceof Node.Scalar scalar) {
            var value = numberOf(scalar);
            if (value.isPresent()) return value;
          }
          return form.refuse(node, problems);
        });
  }

  /// A finite number.
  public static Optional<Double> numberOf(Node.Scalar scalar) {
    if (scalar.kind() != ScalarKind.WHOLE && scalar.kind() != ScalarKind.DECIMAL) {
      return Optional.empty();
    }
    try {
      var value = Double.parseDouble(scalar.text());
      return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException octalOrNotANumber) {
      return Optional.empty();
    }
  }

  /// `80%` in 0..100, or the bare number.
  public static Form<Double> percent() {
    return new Form<>(
        "a percentage such as 80%",
        Map.of("type", new String[] {"string", "number"}),
        (form, node, problems) -> {
          if (!(node instanceof Node.Scalar scalar)) return form.refuse(node, problems);
          var text = scalar.text();
          var digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
          if (!digits.matches("[0-9]{1,3}(\\.[0-9]{1,9})?")) return form.refuse(node, problems);
          var value = Double.parseDouble(digits);
          return value <= 100 ? Optional.of(value) : form.refuse(node, problems);
        });
  }

  /// `500ms 30s 10m 2h 5d 12w`; a day is 24 hours.
  public static Form<Duration> duration() {
    return new Form<>(
        "a duration such as 30s, 10m, 2h, 5d or 12w",
        Map.of("type", "string", "pattern", "^[0-9]{1,9}(ms|s|m|h|d|w)$"),
        (form, node, problems) -> {
          if (node instanceof Node.Scalar scalar) {
            var value = durationOf(scalar.text());
            if (value.isPresent()) return value;
          }
          problems.add(
              node.position(),
              "bad-duration",
              "expected %s, found %s".formatted(form.expected(), node.told()));
          return Optional.empty();
        });
  }

  /// Reads `30s`.
  public static Optional<Duration> durationOf(String text) {
    var matcher = DURATION.matcher(text);
    if (!matcher.matches()) return Optional.empty();
    var amount = Long.parseLong(matcher.group("amount"));
    return Optional.of(
        switch (matcher.group("unit")) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          case "d" -> Duration.ofDays(amount);
          default -> Duration.ofDays(7 * amount);
        });
  }

  public static Form<LocalDate> date() {
    return parsed("a date such as 2026-03-29", "date", "bad-date", LocalDate::parse);
  }

  /// A date and a time of day on a clock that another key names; whole seconds.
  public static Form<LocalDateTime> dateTime() {
    return localTime(
        "a local date and time such as 2026-12-24T18:00", DATE_TIME_SHAPE, LocalDateTime::parse);
  }

  /// A local date and time, or a date alone.
  ///
  /// @param ofDate what a date alone means
  public static Form<LocalDateTime> dateOrDateTime(Function<LocalDate, LocalDateTime> ofDate) {
    return localTime(
        "a local date or date and time such as 2026-12-24T18:00",
        DATE_SHAPE + "|" + DATE_TIME_SHAPE,
        text ->
            text.contains("T") ? LocalDateTime.parse(text) : ofDate.apply(LocalDate.parse(text)));
  }

  private static Form<LocalDateTime> localTime(
      String expected, String pattern, Function<String, LocalDateTime> parser) {
    var shape = Pattern.compile(pattern);
    return new Form<>(
        expected,
        Map.of("type", "string", "pattern", "^(" + pattern + ")$"),
        (form, node, problems) -> {
          if (node instanceof Node.Scalar scalar && shape.matcher(scalar.text()).matches()) {
            try {
              return Optional.of(parser.apply(scalar.text()));
            } catch (DateTimeException noSuchDay) {
              // Told below.
            }
          }
          problems.add(
              node.position(),
              "bad-time",
              "expected %s, found %s".formatted(expected, node.told()));
          return Optional.empty();
        });
  }

  /// A name of the time zone database.
  public static Form<ZoneId> zone() {
    return new Form<>(
        "a time zone such as Europe/London",
        Map.of("type", "string"),
        (form, node, problems) -> {
          if (!(node instanceof Node.Scalar scalar)) return form.refuse(node, problems);
          try {
            return Optional.of(ZoneId.of(scalar.text()));
          } catch (DateTimeException unknown) {
            problems.add(
                node.position(),
                "unknown-timezone",
                "there is no time zone '%s'".formatted(scalar.text()),
                Nearest.to(scalar.text(), ZoneId.getAvailableZoneIds())
                    .map("did you mean '%s'?"::formatted)
                    .orElse("expected a name such as Europe/London"));
            return Optional.empty();
          }
        });
  }

  private static <T> Form<T> parsed(
      String expected, String format, String code, Function<String, T> parser) {
    return new Form<>(
        expected,
        Map.of("type", "string", "format", format),
        (form, node, problems) -> {
          if (!(node instanceof Node.Scalar scalar)) return form.refuse(node, problems);
          try {
            return Optional.of(parser.apply(scalar.text()));
          } catch (DateTimeException malformed) {
            problems.add(
                node.position(), code, "expected %s, found %s".formatted(expected, node.told()));
            return Optional.empty();
          }
        });
  }

  /// A single value with its place, for readers that look into its text.
  public static Form<Node.Scalar> scalar() {
    return new Form<>(
        "a text",
        Map.of("type", new String[] {"string", "number", "boolean"}),
        (form, node, problems) ->
            node instanceof Node.Scalar scalar && scalar.kind() != ScalarKind.NULL
                ? Optional.of(scalar)
                : form.refuse(node, problems));
  }

  /// Whatever stands there, for readers that look closer when they know more.
  public static Form<Node> node(String expected) {
    return new Form<>(expected, Map.of(), (form, node, problems) -> Optional.of(node));
  }
}
