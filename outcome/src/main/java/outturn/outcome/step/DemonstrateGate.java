package outturn.outcome.step;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outturn.outcome.period.Dates;
import outturn.outcome.position.Position;
import outturn.outcome.register.Reviews;
import outturn.outcome.step.Acts.Evidenced;

/// Gate of the fifth step: was the analysis read on its day, is the target kept, and who signs it?
final class DemonstrateGate {
  private final Case about;
  private final LocalDate today;

  private DemonstrateGate(Case about) {
    this.about = about;
    this.today = LocalDate.ofInstant(about.position().asOf(), ZoneOffset.UTC);
  }

  static Gate of(Case about) {
    var gate = new DemonstrateGate(about);
    var checks = new ArrayList<Check>();
    checks.add(gate.evidence());
    about.position().measures().forEach(each -> gate.attainment(each).ifPresent(checks::add));
    checks.add(gate.signed());
    return new Gate(Step.DEMONSTRATE, checks);
  }

  private Check evidence() {
    var newest = newest();
    var due = Reviews.of(about.outcome()).stream().filter(day -> !day.isAfter(today)).toList();
    if (newest.isEmpty()) {
      return Check.fail(
          "EVI-1",
          about.about(),
          due.isEmpty()
              ? next().map("Its analysis runs on %s."::formatted).orElse("Its analysis has no day.")
              : "Its review of %s could not be read yet.".formatted(Dates.shortly(due.getLast())),
          due.isEmpty() && next().isEmpty()
              ? "Say when it is read under review: of analysis:."
              : "See what can be said by now: outturn outcome impact %s."
                  .formatted(about.outcome().name()));
    }
    var told =
        "The review of %s was read, and version %d is kept."
            .formatted(Dates.shortly(newest.get().review()), newest.get().version());
    boolean isLatest = due.isEmpty() || !due.getLast().isAfter(newest.get().review());
    return isLatest
        ? Check.pass("EVI-1", about.about(), told)
        : Check.warn(
            "EVI-1",
            about.about(),
            told + " That of %s could not be read yet.".formatted(Dates.shortly(due.getLast())),
            "See what is missing: outturn outcome impact %s.".formatted(about.outcome().name()));
  }

  private Optional<String> next() {
    return Reviews.of(about.outcome()).stream()
        .filter(day -> day.isAfter(today))
        .findFirst()
        .map(Dates::shortly);
  }

  /// That a target is missed shuts no gate: it is a result.
  private Optional<Check> attainment(Position position) {
    var subject = About.measure(position.measure().name());
    return position
        .standing()
        .attainment()
        .map(each -> {
          var told =
              "%d of the last %d periods reach the target of %s; %d of %d are asked for."
                  .formatted(
                      each.reached(),
                      each.counted(),
                      position.measure().name(),
                      each.rule().periods(),
                      each.rule().of());
          return each.isMet()
              ? Check.pass("ATT-1", subject, told)
              : Check.warn("ATT-1", subject, told, "");
        });
  }

  private Check signed() {
    if (newest().isEmpty()) {
      return Check.fail("SGN-1", about.about(), "There is nothing to sign yet.", "");
    }
    var signed = newest().map(Evidenced::signedAs).orElse(List.of());
    var lacking =
        List.of("owner", "analyst").stream().filter(each -> !signed.contains(each)).toList();
    if (lacking.isEmpty()) {
      return Check.pass("SGN-1", about.about(), "Its owner and an analyst have signed.");
    }
    return Check.fail(
        "SGN-1",
        about.about(),
        "Not signed yet as %s.".formatted(String.join(" and ", lacking)),
        "Read it, and sign it: outturn outcome sign %s --as %s --hash HASH."
            .formatted(about.outcome().name(), lacking.getFirst()));
  }

  private Optional<Evidenced> newest() {
    return about.acts().evidence().stream().findFirst();
  }
}
