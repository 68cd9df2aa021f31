package outturn.outcome.step;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import outturn.definition.outcome.Lever;
import outturn.definition.outcome.Outcome.Assumption;
import outturn.definition.outcome.Outcome.Goal;
import outturn.definition.outcome.Outcome.Risk;
import outturn.outcome.grade.Level;
import outturn.outcome.period.Dates;
import outturn.outcome.words.ProbabilityWords;

/// Gate of the second step: is there a plan of all three elements, whose chance its owner has seen
/// and accepted?
///
/// No mark is set for the chance: that somebody accepted the number is the check.
final class ConfirmGate {
  private final Case about;
  private final List<Check> checks = new ArrayList<>();

  private ConfirmGate(Case about) {
    this.about = about;
  }

  static Gate of(Case about) {
    var gate = new ConfirmGate(about);
    gate.elements();
    about.outcome().levers().forEach(gate::lever);
    about.outcome().uncertain().assumptions().forEach(gate::assumption);
    about.outcome().uncertain().risks().forEach(gate::risk);
    about.outcome().goals().stream()
        .filter(goal -> goal.target().isPresent())
        .forEach(gate::forecast);
    gate.stagger();
    return new Gate(Step.CONFIRM, gate.checks);
  }

  private void elements() {
    var missing = EnumSet.allOf(Lever.Element.class);
    about.outcome().levers().forEach(lever -> missing.remove(lever.about().element()));
    if (missing.isEmpty()) {
      pass("ELE-1", about.about(), "It has levers of people, of process and of technology.");
      return;
    }
    var names =
        missing.stream()
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" and "));
    fail(
        "ELE-1",
        about.about(),
        "It has no lever of %s, and nothing comes of the others without one.".formatted(names),
        "Say under levers: what %s will do.".formatted(names));
  }

  private void lever(Lever lever) {
    var subject = About.lever(lever.name());
    if (lever.about().owner().isEmpty()) {
      fail(
          "LEV-1",
          subject,
          "Nobody answers for lever %s.".formatted(lever.name()),
          "Name an owner.");
    } else {
      pass(
          "LEV-1",
          subject,
          "%s answers for lever %s.".formatted(lever.about().owner().get(), lever.name()));
    }
    if (lever.about().cost().isEmpty()) {
      warn(
          "LEV-2",
          subject,
          "It is not said what lever %s costs.".formatted(lever.name()),
          "Say it under cost:, also if it is 0.");
    }
  }

  private void assumption(Assumption assumption) {
    var lacks = new ArrayList<String>();
    if (assumption.holds().isEmpty()) lacks.add("holds:, the chance that it does");
    if (assumption.review().isEmpty()) lacks.add("review:, when it is looked at again");
    if (!lacks.isEmpty()) {
      fail(
          "ASM-1",
          about.about(),
          "The assumption “%s” cannot be followed.".formatted(assumption.text()),
          "Say " + String.join(", and ", lacks) + ".");
      return;
    }
    if (assumption.ifFalse().isEmpty()) {
      warn(
          "ASM-2",
          about.about(),
          "It is not said what comes of it if “%s” does not hold, so the forecast leaves it out."
              .formatted(assumption.text()),
          "Say it under ifFalse:.");
      return;
    }
    pass(
        "ASM-1",
        about.about(),
        "The assumption “%s” is in the forecast.".formatted(assumption.text()));
  }

  private void risk(Risk risk) {
    if (risk.owner().isEmpty()) {
      fail(
          "RSK-1",
          about.about(),
          "Nobody watches the risk “%s”.".formatted(risk.text()),
          "Name an owner.");
    } else {
      pass(
          "RSK-1",
          about.about(),
          "%s watches the risk “%s”.".formatted(risk.owner().get(), risk.text()));
    }
  }

  private void forecast(Goal goal) {
    var subject = About.measure(goal.measure());
    var todo =
        "See it with: outturn outcome confirm %s; accept it with --accept and the reason."
            .formatted(about.outcome().name());
    var accepted =
        about.accepted().stream().filter(each -> each.measure().equals(goal.measure())).findFirst();
    if (accepted.isEmpty()) {
      fail("FOR-1", subject, "Nobody has accepted its forecast.", todo);
      return;
    }
    var latest = accepted.get();
    var told =
        "%s accepted on %s that to reach the target of %s is %s"
            .formatted(
                latest.who(),
                Dates.shortly(latest.at()),
                goal.measure(),
                ProbabilityWords.of(latest.chance()));
    var target = goal.target().orElseThrow();
    if (latest.target() == target.value() && latest.due().equals(target.by())) {
      pass("FOR-1", subject, told + ".");
    } else {
      fail("FOR-1", subject, told + "; the target has been moved since.", todo);
    }
  }

  private void stagger() {
    var level = Level.reachable(about.outcome());
    if (level.allowsCause()) {
      pass("STG-1", about.about(), "It will be compared with others, or is rolled out in turn.");
      return;
    }
    warn(
        "STG-1",
        about.about(),
        "All begin at once and nobody is compared, so the evidence can be of level %d of 5 at most."
            .formatted(level.number()),
        "If it can be rolled out by site or department, stagger it: this lifts the evidence to level 3.");
  }

  private void pass(String id, About subject, String text) {
    checks.add(Check.pass(id, subject, text));
  }

  private void warn(String id, About subject, String text, String todo) {
    checks.add(Check.warn(id, subject, text, todo));
  }

  private void fail(String id, About subject, String text, String todo) {
    checks.add(Check.fail(id, subject, text, todo));
  }
}
