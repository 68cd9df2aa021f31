package outturn.outcome.onepage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outturn.definition.outcome.Outcome.Target;
import outturn.outcome.amount.Amounts;
import outturn.outcome.period.Dates;
import outturn.outcome.period.Periods;
import outturn.outcome.position.Attainment;
import outturn.outcome.words.Titles;

/// The next review, the targets, and what is still to be done.
final class Ahead {
  private static final int MOST = 3;
  private static final int TITLE = 70;

  private final Material material;

  Ahead(Material material) {
    this.material = material;
  }

  List<Line> lines() {
    var lines = new ArrayList<Line>();
    lines.add(new Line("Next review", review()));
    for (var each : material.measured().stream().limit(OnePage.MOST_MEASURES).toList()) {
      each.position()
          .goal()
          .target()
          .ifPresent(target -> lines.add(new Line("Target", target(each, target))));
    }
    toCome().ifPresent(text -> lines.add(new Line("Still to come", text)));
    if (!material.step().isBlank()) {
      lines.add(new Line("Steps", Cut.words(Cut.sentence(material.step()))));
    }
    return lines;
  }

  private String review() {
    return material.outcome().outcome().appraisal().analysis().stream()
        .flatMap(plan -> plan.review().stream())
        .filter(date -> date.isAfter(material.day()))
        .min(LocalDate::compareTo)
        .map(date -> Dates.fully(date) + ".")
        .orElse("no date is set after %s.".formatted(Dates.fully(material.day())));
  }

  private String target(Measured measured, Target target) {
    var measure = measured.position().measure();
    var name = material.isOne() ? "" : Cut.label(measured.title()) + ": ";
    var judged =
        measured
            .position()
            .standing()
            .attainment()
            .map(each -> judged(each, new Periods(measure.rhythm().cadence())))
            .orElse("cannot be judged yet");
    return "%s%s by %s; %s."
        .formatted(name, new Amounts(measure).full(target.value()), Dates.by(target.by()), judged);
  }

  private static String judged(Attainment attainment, Periods periods) {
    return "%s: %d of the last %s %s it, %d of %d must"
        .formatted(
            attainment.isMet() ? "met" : "not met",
            attainment.reached(),
            periods.count(attainment.counted()),
            attainment.reached() == 1 ? "reaches" : "reach",
            attainment.rule().periods(),
            attainment.rule().of());
  }

  private Optional<String> toCome() {
    var levers =
        material.outcome().levers().stream()
            .filter(each -> each.date().filter(date -> !date.isAfter(material.day())).isEmpty())
            .map(each ->
                "%s (%s)"
                    .formatted(
                        Titles.inside(Cut.to(each.lever().about().title(), TITLE)),
                        each.date().map(Dates::shortly).orElse("no date yet")))
            .toList();
    if (levers.isEmpty()) return Optional.empty();
    return Optional.of(String.join(", ", Cut.first(levers, MOST)) + ".");
  }
}
