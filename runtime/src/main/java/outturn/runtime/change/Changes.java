package outturn.runtime.change;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import outturn.definition.change.Change;
import outturn.definition.text.Nearest;
import outturn.outcome.period.Periods;
import outturn.runtime.change.ChangeLog.Known;
import outturn.runtime.project.InForce;
import outturn.store.change.ChangeEvents;
import outturn.store.change.RecordedChange;
import outturn.store.change.RecordedChange.Origin;
import outturn.store.change.RecordedChange.State;
import outturn.store.change.ShiftAnswer;
import outturn.store.change.ShiftAnswers;

/// Takes dated events from people and programs, and what they say of shifts.
public final class Changes {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
  private static final int LONGEST = 500;

  private final InForce inForce;
  private final ChangeLog log;
  private final ChangeEvents events;
  private final ShiftAnswers answers;
  private final InstantSource clock;

  public Changes(
      InForce inForce,
      ChangeLog log,
      ChangeEvents events,
      ShiftAnswers answers,
      InstantSource clock) {
    this.inForce = inForce;
    this.log = log;
    this.events = events;
    this.answers = answers;
    this.clock = clock;
  }

  /// What came of a wish.
  public sealed interface Answer<T> {
    record Done<T>(T value) implements Answer<T> {}

    /// @param why with what to do
    record Refused<T>(String why) implements Answer<T> {}

    record NotThere<T>(String why) implements Answer<T> {}
  }

  public ChangeLog log() {
    return log;
  }

  /// All versions of an event that was told, newest first.
  public List<RecordedChange> history(String name) {
    return events.history(name);
  }

  /// Records an event of a name that is free, or that says the same already.
  public Answer<RecordedChange> add(Change change, String note, String by) {
    var known = log.find(change.name());
    if (known.isPresent() && !known.get().change().equals(change)) {
      return new Answer.Refused<>(
          known.get() instanceof Known.Defined(_, var project)
              ? defined(change.name(), project)
              : "there is a change '%s' already, of %s; correct it: outturn change correct %s"
                  .formatted(change.name(), known.get().change().date(), change.name()));
    }
    return told(change, note, new Origin(Origin.PERSON, by, clock.instant()));
  }

  /// Says of an event that was told what is right, as a new version.
  public Answer<RecordedChange> correct(Change change, String note, String by) {
    var origin = new Origin(Origin.PERSON, by, clock.instant());
    return latest(change.name())
        .map(_ -> told(change, note, origin))
        .orElseGet(() -> notTold(change.name()));
  }

  /// Says that an event did not happen after all.
  public Answer<RecordedChange> withdraw(String name, String note, String by) {
    return latest(name)
        .<Answer<RecordedChange>>map(latest ->
            new Answer.Done<>(
                events.record(
                    latest.change(),
                    State.WITHDRAWN,
                    note,
                    new Origin(Origin.PERSON, by, clock.instant()))))
        .orElseGet(() -> notTold(name));
  }

  /// Records what somebody or something tells, if it can be.
  Answer<RecordedChange> told(Change change, String note, Origin origin) {
    var refusal = refusal(change, note);
    if (refusal.isPresent()) return new Answer.Refused<>(refusal.get());
    return new Answer.Done<>(events.record(change, State.HOLDS, note, origin));
  }

  /// Keeps what somebody says of a shift.
  ///
  /// @param said without a change: the cause is not known
  public Answer<ShiftAnswer> answer(ShiftAnswers.Said said, String by) {
    var refused = refusalOf(said);
    if (refused.isPresent()) return refused.get();
    var unknown = said.change().filter(name -> log.find(name).isEmpty());
    if (unknown.isPresent()) return new Answer.Refused<>(noChange(unknown.get()));
    return new Answer.Done<>(answers.answer(said, by, clock.instant()));
  }

  /// Why a shift cannot be answered so, whatever its change is.
  public Optional<Answer<ShiftAnswer>> refusalOf(ShiftAnswers.Said said) {
    var measure = inForce.measure(said.measure());
    if (measure.isEmpty()) return Optional.of(new Answer.NotThere<>(noMeasure(said.measure())));
    var rhythm = new Periods(measure.get().value().rhythm().cadence());
    if (!rhythm.isStart(said.period())) {
      return Optional.of(
          new Answer.Refused<>(
              "%s is not the first day of a %s; that would be %s"
                  .formatted(said.period(), rhythm.word(), rhythm.of(said.period()))));
    }
    return said.note().length() > LONGEST
        ? Optional.of(new Answer.Refused<>(tooLong("a note")))
        : Optional.empty();
  }

  private Optional<RecordedChange> latest(String name) {
    return events.history(name).stream().findFirst();
  }

  private Answer<RecordedChange> notTold(String name) {
    var known = log.find(name);
    if (known.isPresent() && known.get() instanceof Known.Defined(_, var project)) {
      return new Answer.Refused<>(defined(name, project));
    }
    return new Answer.NotThere<>(noChange(name));
  }

  private Optional<String> refusal(Change change, String note) {
    if (!NAME.matcher(change.name()).matches()) {
      return Optional.of(
          "'%s' is not a name: expected a lower-case letter, then up to 62 letters, digits and -"
              .formatted(change.name()));
    }
    var defined =
        inForce.changes().stream().filter(each -> each.name().equals(change.name())).findFirst();
    if (defined.isPresent()) {
      return Optional.of(defined(change.name(), defined.get().project()));
    }
    if (change.title().isBlank() || change.title().length() > LONGEST) {
      return Optional.of("expected a title of 1 to %d characters".formatted(LONGEST));
    }
    if (note.length() > LONGEST) return Optional.of(tooLong("a note"));
    return wrongDate(change.date())
        .or(() ->
            change.affects().stream()
                .filter(measure -> inForce.measure(measure).isEmpty())
                .findFirst()
                .map(this::noMeasure));
  }

  private Optional<String> wrongDate(LocalDate date) {
    return date.getYear() >= 1900 && date.getYear() <= 2199
        ? Optional.empty()
        : Optional.of("expected a date from 1900 to 2199, not %s".formatted(date));
  }

  private static String tooLong(String what) {
    return "%s has %d characters at most".formatted(what, LONGEST);
  }

  private static String defined(String name, String project) {
    return "change '%s' is defined in project '%s'; change it there and apply the project"
        .formatted(name, project);
  }

  private String noMeasure(String name) {
    return "no measure '%s'; %s"
        .formatted(name, Nearest.hint(name, InForce.names(inForce.measures())));
  }

  private String noChange(String name) {
    var names = log.all().stream().map(Change::name).toList();
    return "no change '%s'; %s".formatted(name, Nearest.hint(name, names));
  }
}
