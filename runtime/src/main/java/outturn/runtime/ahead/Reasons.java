package outturn.runtime.ahead;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.definition.schedule.Schedule;
import outturn.definition.whynot.Cause;
import outturn.engine.decide.Change;
import outturn.engine.run.Origin;
import outturn.engine.run.RunState;
import outturn.engine.trigger.Waiting;
import outturn.runtime.ahead.Explained.Reason;
import outturn.store.run.Occurrence;
import outturn.store.run.RunEntry;

/// What was found about a date, in words.
final class Reasons {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

  private Reasons() {}

  static boolean isAbout(Occurrence occurrence, String schedule, Instant due) {
    if (!occurrence.schedule().equals(schedule)) return false;
    var from = occurrence.at().due();
    return from.equals(due)
        || (!due.isBefore(from) && occurrence.until().filter(due::isBefore).isPresent());
  }

  static Reason recorded(Occurrence occurrence, ZoneId zone) {
    return recorded(occurrence, occurrence.at().due(), zone);
  }

  /// @param due the time that is asked about; the record may be of a range around it
  static Reason recorded(Occurrence occurrence, Instant due, ZoneId zone) {
    var text =
        switch (occurrence.fate()) {
          case STARTED ->
              "was due at %s and started run %s"
                  .formatted(
                      at(due, zone), occurrence.run().map(Object::toString).orElse("unknown"));
          case MISSED ->
              "was due at %s and missed: %s".formatted(at(due, zone), occurrence.reason());
          case SKIPPED ->
              "was due at %s and skipped: %s".formatted(at(due, zone), occurrence.reason());
        };
    return new Reason(
        word(occurrence.fate()),
        Optional.of(occurrence.schedule()),
        Optional.of(due),
        occurrence.run(),
        "schedule '%s' %s".formatted(occurrence.schedule(), text));
  }

  private static String word(Change.Fate fate) {
    return fate.name().toLowerCase(Locale.ROOT);
  }

  static Reason run(RunEntry run) {
    var by =
        switch (run.row().order().origin()) {
          case Origin.User(var name) -> "%s started run %s".formatted(name, run.row().id());
          case Origin.Schedule _ ->
              "schedule '%s' started run %s".formatted(run.schedule().orElse(""), run.row().id());
          case Origin.Trigger(var name) ->
              "trigger '%s' started run %s"
                  .formatted(name.substring(name.indexOf('/') + 1), run.row().id());
          case Origin.Parent(var attempt) ->
              "task '%s' of run %s called run %s"
                  .formatted(attempt.task(), attempt.run(), run.row().id());
        };
    return new Reason(
        "run",
        Optional.empty(),
        run.row().order().due(),
        Optional.of(run.row().id()),
        "%s for this date, which %s".formatted(by, told(run.row().state())));
  }

  static String told(RunState state) {
    return switch (state) {
      case WAITING -> "waits";
      case RUNNING -> "is running";
      case SUCCEEDED -> "succeeded";
      case FAILED -> "failed";
      case CANCELLED -> "was cancelled";
    };
  }

  static Reason held(Schedule schedule, Instant due) {
    return of(
        "held",
        schedule,
        due,
        "is due at %s, but this server is a restored copy that is held: nothing starts until `outturn resume`");
  }

  static Reason ahead(Schedule schedule, Instant due) {
    var start = schedule.start(due);
    var later =
        start.equals(due)
            ? ""
            : ", and starts at %s by its jitter".formatted(at(start, schedule.zone()));
    return of("ahead", schedule, due, "is due at %s" + later);
  }

  static Reason unseen(Schedule schedule, Instant due) {
    return of(
        "unseen",
        schedule,
        due,
        "as it is now would have been due at %s, and there is no record of that: it was not in force then, was another,"
            + " or what is kept of it has expired");
  }

  private static Reason of(String kind, Schedule schedule, Instant due, String text) {
    return new Reason(
        kind,
        Optional.of(schedule.name()),
        Optional.of(due),
        Optional.empty(),
        "schedule '%s' ".formatted(schedule.name()) + text.formatted(at(due, schedule.zone())));
  }

  /// Many due times together.
  static Reason many(Schedule schedule, List<Instant> due, Map<Change.Fate, Integer> fates) {
    var recorded =
        Arrays.stream(Change.Fate.values())
            .filter(fates::containsKey)
            .map(fate -> "%d %s".formatted(fates.getOrDefault(fate, 0), word(fate)))
            .collect(Collectors.joining(", "));
    var text =
        "schedule '%s' has %d due times for this date, from %s to %s, and %s of them"
            .formatted(
                schedule.name(),
                due.size(),
                at(due.getFirst(), schedule.zone()),
                at(due.getLast(), schedule.zone()),
                recorded.isEmpty() ? "there is no record" : "the record has " + recorded);
    return new Reason(
        "many", Optional.of(schedule.name()), Optional.of(due.getFirst()), Optional.empty(), text);
  }

  static Reason cause(Schedule schedule, Cause cause) {
    return new Reason(
        cause.kind().word(),
        Optional.of(schedule.name()),
        Optional.empty(),
        Optional.empty(),
        "schedule '%s': %s".formatted(schedule.name(), cause.text()));
  }

  /// What keeps a run from its begin that has its turn.
  static Reason need(Waiting.Need need) {
    return new Reason(
        "need",
        Optional.empty(),
        Optional.empty(),
        Optional.of(need.run()),
        "run %s waits until %s".formatted(need.run(), need.wanted().inWords()));
  }

  /// @param ways in which it is started all the same, but for people
  static Reason noSchedule(List<String> ways) {
    var text =
        Stream.concat(
                Stream.of("it has no schedule: it runs when somebody starts it"), ways.stream())
            .collect(Collectors.joining(", or when "));
    return new Reason("no-schedule", Optional.empty(), Optional.empty(), Optional.empty(), text);
  }

  private static String at(Instant due, ZoneId zone) {
    return AT.format(due.atZone(zone)).replace(":00 ", " ");
  }
}
