package outturn.outcome.step;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Outcome.Assumption;
import outturn.outcome.grade.Rivals;
import outturn.outcome.period.Dates;
import outturn.outcome.period.Periods;
import outturn.outcome.position.LeverStart;
import outturn.outcome.position.Position;
import outturn.outcome.register.Registration.Badge;

/// Gate of the fourth step: is it live, is its plan fixed, do values arrive, and is what happened
/// beside it known?
final class TrackGate {
  private final Case about;
  private final LocalDate today;
  private final List<Check> checks = new ArrayList<>();

  private TrackGate(Case about) {
    this.about = about;
    this.today = LocalDate.ofInstant(about.position().asOf(), ZoneOffset.UTC);
  }

  static Gate of(Case about) {
    var gate = new TrackGate(about);
    gate.live();
    gate.plan();
    about.position().measures().forEach(gate::arrival);
    about.position().levers().forEach(gate::adoption);
    about.outcome().uncertain().assumptions().forEach(gate::assumption);
    gate.rivals();
    return new Gate(Step.TRACK, gate.checks);
  }

  private void live() {
    var change = about.intervention();
    if (change.isEmpty()) {
      add(
          Check.fail(
              "LIV-1",
              about.about(),
              "It is not known when it goes live.",
              "Name the change under intervention: of analysis:, and give it a date."));
      return;
    }
    var day = Dates.shortly(change.get().date());
    if (change.get().date().isAfter(today)) {
      add(
          Check.fail(
              "LIV-1",
              about.about(),
              "%s is on %s: there is nothing to track yet.".formatted(change.get().title(), day),
              "Wait for it, or move its date."));
    } else {
      add(
          Check.pass(
              "LIV-1",
              about.about(),
              "%s was on %s, and affects %s."
                  .formatted(
                      change.get().title(), day, String.join(", ", change.get().affects()))));
    }
  }

  private void plan() {
    var registration = about.registration();
    if (registration.badge() == Badge.PRE_REGISTERED) {
      add(Check.pass("REG-1", about.about(), registration.reason()));
      return;
    }
    add(
        Check.warn(
            "REG-1",
            about.about(),
            registration.reason() + " The analysis will be called exploratory.",
            ""));
  }

  /// Whether the last value that can be known is there.
  private void arrival(Position position) {
    var measure = position.measure();
    var subject = About.measure(measure.name());
    var periods = new Periods(measure.rhythm().cadence());
    var latest = position.standing().latest();
    if (latest.isEmpty()) {
      add(
          Check.fail(
              "ARR-1",
              subject,
              "No value of %s has arrived.".formatted(measure.name()),
              collect(measure)));
      return;
    }
    var known = periods.lastKnown(about.position().asOf(), measure.rhythm());
    int late = periods.distance(latest.get().period(), known);
    if (late <= 0) {
      add(
          Check.pass(
              "ARR-1",
              subject,
              "The last value of %s is of %s."
                  .formatted(measure.name(), periods.label(latest.get().period()))));
      return;
    }
    add(
        Check.warn(
            "ARR-1",
            subject,
            "The last value of %s is of %s, so %s missing."
                .formatted(
                    measure.name(),
                    periods.label(latest.get().period()),
                    periods.count(late) + (late == 1 ? " is" : " are")),
            collect(measure)));
  }

  private static String collect(Measure measure) {
    if (measure.source().isPresent()
        && measure.source().get() instanceof Measure.Source.OfSurvey(var survey, _)) {
      return "Ask for it: outturn survey send %s.".formatted(survey);
    }
    return measure.source().isPresent()
        ? "Collect it: outturn run collect-%s.".formatted(measure.name())
        : "Enter it: outturn observe %s.".formatted(measure.name());
  }

  private void adoption(LeverStart start) {
    var adoption = start.lever().spread().adoption();
    var begun = start.date().filter(day -> !day.isAfter(today));
    if (adoption.isEmpty() || begun.isEmpty()) return;
    var subject = About.lever(start.lever().name());
    var actual = adoption.get().actual();
    if (actual.isEmpty()) {
      add(
          Check.warn(
              "ADP-1",
              subject,
              "Nobody measures how many take up lever %s, so its plan is believed."
                  .formatted(start.lever().name()),
              "Name a measure under adoption: actual:."));
      return;
    }
    add(
        Check.pass(
            "ADP-1",
            subject,
            "Measure %s tells how many take up lever %s."
                .formatted(actual.get(), start.lever().name())));
  }

  private void assumption(Assumption assumption) {
    var review = assumption.review().filter(day -> !day.isAfter(today));
    if (review.isEmpty()) return;
    add(
        Check.warn(
            "ASM-3",
            about.about(),
            "The assumption “%s” was to be looked at again on %s."
                .formatted(assumption.text(), Dates.shortly(review.get())),
            "Look, correct holds:, and say when it is looked at next under review:."));
  }

  /// What else may have moved a measure at about the time of the intervention.
  private void rivals() {
    var change = about.intervention();
    if (change.isEmpty()) return;
    var rivals =
        about.position().measures().stream()
            .flatMap(each ->
                Rivals.of(about.outcome(), each.measure(), change.get(), about.position().changes())
                    .stream())
            .distinct()
            .map(each -> "%s (%s)".formatted(each.title(), Dates.shortly(each.date())))
            .collect(Collectors.joining(", "));
    if (rivals.isEmpty()) {
      add(
          Check.pass(
              "RIV-1",
              about.about(),
              "Nothing else is known to have happened at about that time."));
      return;
    }
    add(
        Check.warn(
            "RIV-1",
            about.about(),
            "At about the same time: %s. It may explain what is found.".formatted(rivals),
            ""));
  }

  private void add(Check check) {
    checks.add(check);
  }
}
