package outturn.outcome.step;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import outturn.outcome.period.Dates;

/// Gate of the first step: is it an outcome, who answers for it, and has the business agreed?
final class DescribeGate {
  private final Case about;

  private DescribeGate(Case about) {
    this.about = about;
  }

  static Gate of(Case about) {
    var gate = new DescribeGate(about);
    var checks = new ArrayList<>(new StatementChecks(about).all());
    checks.add(gate.owner());
    checks.add(gate.objective());
    checks.add(gate.agreement());
    return new Gate(Step.DESCRIBE, checks);
  }

  private Check owner() {
    var owner = about.outcome().about().owner();
    var todo = "Name a group with is: business as the owner, or a member of one.";
    return switch (about.people().of(owner)) {
      case BUSINESS -> pass("OWN-1", "%s of the business answers for it.".formatted(owner));
      case IT ->
          fail("OWN-1", "%s is of IT, and an outcome is the business's.".formatted(owner), todo);
      case SUPPLIER ->
          fail("OWN-1", "%s is a supplier, not of the business.".formatted(owner), todo);
      case UNKNOWN ->
          fail(
              "OWN-1",
              "The owner %s is no group of the project, and no member of one.".formatted(owner),
              todo);
    };
  }

  private Check objective() {
    return about
        .outcome()
        .about()
        .objective()
        .map(each -> pass("OBJ-1", "It serves the objective %s.".formatted(each)))
        .orElseGet(() ->
            fail(
                "OBJ-1",
                "It is not said which aim of the organisation it serves.",
                "Say it under objective:."));
  }

  private Check agreement() {
    var name = about.outcome().name();
    var todo =
        "A member of a group with is: business or is: beneficiary says: outturn outcome agree %s."
            .formatted(name);
    if (about.agreements().isEmpty()) {
      return fail("AGR-1", "Nobody of the business has agreed to it.", todo);
    }
    var latest = about.agreements().getFirst();
    var told =
        "%s agreed to it on %s (agreement %d)"
            .formatted(latest.who(), day(latest), latest.version());
    if (about.standing().isPresent()) return pass("AGR-1", told + ".");
    return fail(
        "AGR-1",
        told + ", and that is void: statement, measures or targets have changed since.",
        todo);
  }

  static String day(Agreed agreement) {
    return Dates.shortly(LocalDate.ofInstant(agreement.at(), ZoneOffset.UTC));
  }

  private Check pass(String id, String text) {
    return Check.pass(id, about.about(), text);
  }

  private Check fail(String id, String text, String todo) {
    return Check.fail(id, about.about(), text, todo);
  }
}
