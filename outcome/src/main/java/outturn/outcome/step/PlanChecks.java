package outturn.outcome.step;

import java.util.List;
import java.util.Locale;
import outturn.definition.change.Change;
import outturn.definition.outcome.Analysis;
import outturn.outcome.period.Dates;

/// Whether it is written what will be tested, and early enough to count as promised beforehand.
final class PlanChecks {
  private final Case about;

  PlanChecks(Case about) {
    this.about = about;
  }

  List<Check> all() {
    return about
        .outcome()
        .appraisal()
        .analysis()
        .map(plan -> List.of(written(plan), registered(plan)))
        .orElseGet(() ->
            List.of(
                Check.fail(
                    "PLN-1",
                    about.about(),
                    "It is not written what will be tested.",
                    "Write it under analysis:: the intervention, the design, and by when it is locked.")));
  }

  private Check written(Analysis plan) {
    return Check.pass(
        "PLN-1",
        about.about(),
        "The effect of %s will be tested by %s."
            .formatted(
                about.intervention().map(Change::title).orElse(plan.intervention()),
                plan.design().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
  }

  private Check registered(Analysis plan) {
    var registration = about.registration();
    if (registration.standing().isEmpty()) return planned(plan);
    return switch (registration.badge()) {
      case PRE_REGISTERED -> Check.pass("PLN-2", about.about(), registration.reason());
      case EXPLORATORY ->
          Check.warn(
              "PLN-2",
              about.about(),
              registration.reason() + " So the analysis is exploratory.",
              "Nothing can mend it; the next outcome can be locked earlier.");
    };
  }

  private Check planned(Analysis plan) {
    if (plan.registerBy().isEmpty()) {
      return Check.warn(
          "PLN-2",
          about.about(),
          "No day is said from which the plan is locked, so the analysis will be exploratory.",
          "Say it under registerBy:, before the first value after the intervention.");
    }
    var locked = plan.registerBy().get();
    var first = about.registration().firstKnown();
    if (first.isEmpty()) {
      return Check.warn(
          "PLN-2",
          about.about(),
          "It is not known when the first value after the intervention comes.",
          "Name measures, and an intervention with a date.");
    }
    var told = "The plan is locked from %s on".formatted(Dates.shortly(locked));
    if (locked.isBefore(first.get())) {
      return Check.pass(
          "PLN-2",
          about.about(),
          told
              + ", before the first value after the intervention can be known (%s)."
                  .formatted(Dates.shortly(first.get())));
    }
    return Check.warn(
        "PLN-2",
        about.about(),
        told
            + ", when values after the intervention are known since %s: the analysis will be exploratory."
                .formatted(Dates.shortly(first.get())),
        "Lock it earlier, if it is not too late.");
  }
}
