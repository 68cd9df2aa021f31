package outturn.outcome.datapackage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outturn.definition.change.Change;
import outturn.definition.outcome.Outcome;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Answer.Found;
import outturn.evidence.estimate.Answer.Refused;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.estimate.Warning;
import outturn.evidence.quantity.Spread;
import outturn.evidence.series.Series;
import outturn.outcome.grade.Grade;
import outturn.outcome.impact.Course;
import outturn.outcome.impact.ImpactFinding;
import outturn.outcome.impact.Placebo;
import outturn.outcome.impact.Worth;
import outturn.outcome.onepage.Measured;
import outturn.outcome.position.Attainment;
import outturn.outcome.register.Registration;

/// Impacts as JSON: as the API tells them and as evidence keeps them.
public final class ImpactJson {
  private ImpactJson() {}

  /// What is found where nobody has written what is asked.
  public static Answer<ImpactFinding> noPlan() {
    return Answer.refused(
        Reason.OUTSIDE_THE_DATA,
        "It is not written what will be tested: write it under analysis:.");
  }

  /// @param day as of which it was read
  public static Map<String, @Nullable Object> of(
      Outcome outcome, LocalDate day, Registration registration, List<Measured> measured) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("outcome", outcome.name());
    json.put("title", outcome.about().title());
    json.put("day", day.toString());
    json.put("analysisPlan", plan(registration));
    json.put("measures", measured.stream().map(ImpactJson::measured).toList());
    return json;
  }

  private static Map<String, @Nullable Object> plan(Registration registration) {
    var locked = registration.standing();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("badge", registration.badge().word());
    json.put("reason", registration.reason());
    json.put("text", registration.now().text());
    json.put("hash", registration.now().hash());
    json.put("lockedAt", locked.map(plan -> plan.at().toString()).orElse(null));
    json.put("lockedHash", locked.map(plan -> plan.terms().hash()).orElse(null));
    json.put("version", locked.map(plan -> (Object) plan.version()).orElse(null));
    return json;
  }

  private static Map<String, @Nullable Object> measured(Measured measured) {
    var measure = measured.position().measure();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("measure", measure.name());
    json.put("title", measure.about().title());
    json.put("unit", measure.quantity().unit().orElse(null));
    switch (measured.finding()) {
      case Found<ImpactFinding>(var finding) -> {
        json.put("finding", finding(finding));
        json.put("refusal", null);
      }
      case Refused<ImpactFinding>(var why) -> {
        json.put("finding", null);
        json.put("refusal", refusal(why));
      }
    }
    return json;
  }

  private static Map<String, @Nullable Object> refusal(Refusal why) {
    return inOrder("reason", why.reason().word(), "text", why.text());
  }

  private static Map<String, @Nullable Object> finding(ImpactFinding finding) {
    var scope = finding.scope();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("sentence", finding.verdict().sentence());
    json.put("kind", word(finding.kind()));
    json.put("rule", finding.kind().rule());
    json.put("intervention", change(scope.intervention()));
    json.put("design", word(scope.design()));
    json.put("review", scope.review().map(LocalDate::toString).orElse(null));
    json.put("readTo", scope.read().toString());
    json.put("n", counts(scope.n()));
    json.put("effect", effect(finding.effect()));
    json.put("grade", grade(finding.verdict().grade()));
    json.put("checks", checks(finding.checks()));
    json.put("attainment", finding.verdict().attainment().map(ImpactJson::attainment).orElse(null));
    json.put("worth", worth(finding.verdict().worth()));
    json.put("course", course(finding.course()));
    json.put("seed", finding.provenance().seed());
    json.put("snapshotHash", finding.provenance().hash());
    json.put("snapshot", finding.provenance().snapshot());
    return json;
  }

  private static Map<String, @Nullable Object> counts(ImpactFinding.Counts n) {
    return inOrder(
        "before", n.before(),
        "after", n.after(),
        "transition", n.transition(),
        "missing", n.missing(),
        "planned", n.planned());
  }

  private static Map<String, @Nullable Object> effect(ImpactFinding.Effect effect) {
    var json = Estimates.json(effect.average());
    json.put("expected", Estimates.number(effect.expected()));
    json.put("method", effect.method());
    json.put("words", effect.words());
    return json;
  }

  private static Map<String, @Nullable Object> grade(Grade grade) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("level", grade.level().number());
    json.put("confidence", grade.confidence().word());
    json.put("reason", grade.reason());
    json.put("doubts", grade.doubts().stream().sorted().map(ImpactJson::word).toList());
    json.put("supports", grade.supports().stream().sorted().map(ImpactJson::word).toList());
    return json;
  }

  private static Map<String, @Nullable Object> checks(ImpactFinding.Checks checks) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("placeboInTime", placebo(checks.inTime()));
    json.put("placeboInSpace", placebo(checks.inSpace()));
    json.put("sensitivity", checks.sensitivity().stream().map(Estimates::alternative).toList());
    json.put("quality", checks.quality());
    json.put("rivals", checks.rivals().stream().map(ImpactJson::change).toList());
    json.put("assumptions", checks.assumptions().stream().map(ImpactJson::assumption).toList());
    json.put("warnings", checks.warnings().stream().map(Warning::text).toList());
    return json;
  }

  private static Map<String, @Nullable Object> placebo(Placebo placebo) {
    return inOrder(
        "state", word(placebo.state()),
        "tried", placebo.tried(),
        "declared", placebo.declared(),
        "text", placebo.text());
  }

  private static Map<String, @Nullable Object> assumption(Assumption assumption) {
    return inOrder(
        "name", assumption.name(), "state", word(assumption.state()), "text", assumption.text());
  }

  private static Map<String, @Nullable Object> attainment(Attainment attainment) {
    return inOrder(
        "reached", attainment.reached(),
        "counted", attainment.counted(),
        "periods", attainment.rule().periods(),
        "of", attainment.rule().of(),
        "met", attainment.isMet());
  }

  private static Map<String, @Nullable Object> worth(Worth worth) {
    var amount = worth.amount();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("text", worth.text());
    json.put("category", worth.category().map(ImpactJson::word).orElse(null));
    json.put("p10", bound(amount, Spread::p10));
    json.put("p50", bound(amount, Spread::p50));
    json.put("p90", bound(amount, Spread::p90));
    json.put("currency", amount.map(_ -> worth.currency()).orElse(null));
    json.put("priceYear", amount.map(_ -> (Object) worth.priceYear()).orElse(null));
    return json;
  }

  private static @Nullable Object bound(Optional<Spread> amount, Function<Spread, Object> part) {
    return amount.map(part).orElse(null);
  }

  private static Map<String, @Nullable Object> course(Course course) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("periods", course.periods().stream().map(LocalDate::toString).toList());
    json.put("start", course.start());
    json.put("observed", values(course.observed()));
    json.put("expected", values(course.expected()));
    json.put("lower", values(course.lower()));
    json.put("upper", values(course.upper()));
    return json;
  }

  private static List<@Nullable Object> values(Series series) {
    var values = new ArrayList<@Nullable Object>();
    IntStream.range(0, series.size())
        .forEach(each -> values.add(Estimates.number(series.value(each))));
    return values;
  }

  private static Map<String, @Nullable Object> change(Change change) {
    return inOrder(
        "name", change.name(), "title", change.title(), "date", change.date().toString());
  }

  /// Names and values by turns. The order of `Map.of` is another one in every process, and the text
  /// of evidence has a hash.
  private static Map<String, @Nullable Object> inOrder(Object... namesAndValues) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      json.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return json;
  }

  private static String word(Enum<?> value) {
    return RecordTree.word(value);
  }
}
