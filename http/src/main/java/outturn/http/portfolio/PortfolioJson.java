package outturn.http.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.definition.objective.Objective;
import outturn.outcome.portfolio.Chance;
import outturn.outcome.portfolio.Evidence;
import outturn.outcome.portfolio.Line;
import outturn.outcome.portfolio.Portfolio;
import outturn.runtime.portfolio.OutcomeReviews;
import outturn.store.steering.Review;

/// All outcomes and their reviews, as JSON.
final class PortfolioJson {
  private PortfolioJson() {}

  private record Whole(
      String sentence,
      Optional<Instant> asOf,
      int behind,
      List<Map<String, @Nullable Object>> items) {}

  private record Forecast(
      double value, String words, Optional<LocalDate> observedTo, Instant madeAt) {}

  private record Rated(
      LocalDate review,
      String confidence,
      int level,
      String badge,
      List<String> signed,
      String words) {}

  private record Trending(String letter, String kind) {}

  record Held(
      int version,
      LocalDate on,
      String decision,
      String note,
      List<String> actions,
      String by,
      Instant at) {}

  private record Reviewed(
      List<LocalDate> dates, Optional<LocalDate> next, List<LocalDate> overdue, List<Held> items) {}

  static Object of(Portfolio portfolio) {
    return new Whole(
        portfolio.sentence(),
        portfolio.asOf(),
        portfolio.behind(),
        portfolio.lines().stream().map(each -> line(portfolio, each)).toList());
  }

  private static Map<String, @Nullable Object> line(Portfolio portfolio, Line line) {
    var heading = line.heading();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("name", line.name());
    json.put("title", heading.title());
    json.put("project", heading.project());
    json.put("owner", heading.owner());
    json.put("objective", heading.objective().orElse(null));
    json.put("objectiveTitle", portfolio.objective(line).map(Objective::title).orElse(null));
    json.put("sentence", heading.sentence());
    json.put("step", heading.step().orElse(null));
    json.put("standing", heading.standing());
    json.put("measure", line.first().map(Line.First::measure).orElse(null));
    json.put("latest", line.first().flatMap(Line.First::latest).orElse(null));
    json.put("target", line.first().flatMap(Line.First::target).orElse(null));
    json.put("reached", line.first().flatMap(Line.First::reached).orElse(null));
    json.put("trend", line.first().map(PortfolioJson::trend).orElse(null));
    json.put("chance", line.chance().map(PortfolioJson::forecast).orElse(null));
    json.put("evidence", line.evidence().map(PortfolioJson::evidence).orElse(null));
    json.put("worth", line.worth().orElse(null));
    json.put("nextReview", line.open().reviews().next().orElse(null));
    json.put("overdue", line.open().overdue());
    json.put("asOf", line.asOf());
    return json;
  }

  private static Trending trend(Line.First first) {
    return new Trending(first.trend().letter(), first.trend().word());
  }

  private static Forecast forecast(Chance chance) {
    return new Forecast(chance.value(), chance.words(), chance.observedTo(), chance.madeAt());
  }

  private static Rated evidence(Evidence evidence) {
    return new Rated(
        evidence.review(),
        evidence.confidence(),
        evidence.level(),
        evidence.badge(),
        evidence.signed(),
        evidence.words());
  }

  static Held of(Review review) {
    var held = review.held();
    return new Held(
        review.version(),
        held.on(),
        held.decision().name().toLowerCase(Locale.ROOT),
        held.note(),
        held.actions(),
        review.by(),
        review.at());
  }

  static Object of(OutcomeReviews.Known known) {
    return new Reviewed(
        known.dates(),
        known.state().next(),
        known.state().overdue(),
        known.held().stream().map(PortfolioJson::of).toList());
  }
}
