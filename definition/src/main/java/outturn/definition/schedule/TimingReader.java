package outturn.definition.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;

/// Reads when a schedule is due: the one of four keys that says so, and from when until when.
final class TimingReader {
  static final Key<Node.Scalar> CRON =
      Key.optional("cron", Forms.scalar(), "When it is due: minute hour day month weekday.");
  static final Key<Node.Scalar> RRULE =
      Key.optional("rrule", Forms.scalar(), "When it is due: a recurrence rule of RFC 5545.");
  static final Key<Node.Scalar> EVERY =
      Key.optional("every", Forms.scalar(), "How much time passes between due times.");
  static final Key<List<LocalDateTime>> AT =
      Key.optional(
          "at", Groups.filled(Groups.oneOrMany(Forms.dateTime())), "The local times it is due.");
  static final Key<LocalDateTime> START =
      Key.optional("start", Forms.dateOrDateTime(LocalDate::atStartOfDay), "The first local time.");
  static final Key<LocalDateTime> END =
      Key.optional(
          "end",
          Forms.dateOrDateTime(day -> day.plusDays(1).atStartOfDay()),
          "The local time from which on it is due no more; a date is the last day.");

  private static final List<Key<?>> TIMINGS = List.of(CRON, RRULE, EVERY, AT);

  /// In place of what was malformed; a project with problems is never handed out.
  private static final Timing NONE = Cron.parse("0 0 * * *");

  private final Problems problems;

  TimingReader(Problems problems) {
    this.problems = problems;
  }

  Schedule.Span span(Values values) {
    var span = new Schedule.Span(values.find(START), values.find(END));
    if (span.isEmpty()) {
      problems.add(
          values.position(END),
          "not-in-order",
          "the schedule ends before it starts",
          "put end after start");
    }
    return span;
  }

  Timing read(Values values, Schedule.Span span, ZoneId zone) {
    checkOne(values);
    Optional<Timing> cron = values.find(CRON).map(this::cron);
    return cron.or(() -> values.find(RRULE).map(rule -> rrule(rule, start(values, span), zone)))
        .or(() -> values.find(EVERY).map(this::every))
        .or(() -> values.find(AT).filter(times -> !times.isEmpty()).map(At::new))
        .orElse(NONE);
  }

  /// A malformed start is told of once, and not again as one that is missing.
  private static Optional<LocalDateTime> start(Values values, Schedule.Span span) {
    return span.start().or(() -> Optional.of(Recurrence.ORIGIN).filter(_ -> values.has(START)));
  }

  private void checkOne(Values values) {
    var written = TIMINGS.stream().filter(values::has).toList();
    if (written.isEmpty()) {
      problems.add(
          values.position(),
          "missing-key",
          "a schedule needs one of the keys 'cron', 'rrule', 'every' and 'at'",
          "say when it is due, for example cron: \"0 2 * * *\" or every: 90m");
    }
    for (var second : written.stream().skip(1).toList()) {
      problems.add(
          values.keyPosition(second),
          "one-of",
          "a schedule has one of cron, rrule, every and at, found %s and %s"
              .formatted(written.getFirst().name(), second.name()),
          "make two schedules of it");
    }
  }

  private Timing cron(Node.Scalar text) {
    try {
      return Cron.parse(text.text());
    } catch (Malformed malformed) {
      problems.add(
          text.position(malformed.index()),
          "bad-cron",
          String.valueOf(malformed.getMessage()),
          "five fields: minute hour day-of-month month day-of-week");
      return NONE;
    }
  }

  private Timing rrule(Node.Scalar text, Optional<LocalDateTime> start, ZoneId zone) {
    try {
      var rule = Recurrence.parse(text.text(), start, zone);
      if (rule.isNever()) {
        problems.add(
            text.position(),
            "never-due",
            "no time ever matches the recurrence rule \"%s\"".formatted(text.text()),
            "give it days and times that exist, and an UNTIL after the start");
      }
      return rule;
    } catch (Malformed malformed) {
      problems.add(
          text.position(malformed.index()),
          "bad-rrule",
          String.valueOf(malformed.getMessage()),
          "parts of RFC 5545, for example FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");
      return NONE;
    }
  }

  private Timing every(Node.Scalar text) {
    var interval = Forms.durationOf(text.text()).filter(found -> found.compareTo(Every.LEAST) >= 0);
    if (interval.isPresent()) return new Every(text.text(), interval.get());
    problems.add(
        text.position(),
        "bad-duration",
        "expected a duration of at least 1s, such as 90m, found " + text.told(),
        "a number and one of s, m, h, d, w");
    return NONE;
  }
}
