package outturn.definition.measure;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.Template;
import outturn.definition.jsonpath.JsonPath;
import outturn.definition.workflow.Action;

/// A quantity with unit, direction, cadence and source.
///
/// @param segments the word for what a value may be split by: `depot`
/// @param source where values come from; empty when people enter them
/// @param quality what a value must be like to count
public record Measure(
    String name,
    About about,
    Quantity quantity,
    Rhythm rhythm,
    Optional<String> segments,
    Optional<Source> source,
    Quality quality) {

  /// Whether a workflow of its own collects it. What a survey gives comes when a wave closes.
  public boolean isCollected() {
    return source.filter(each -> !(each instanceof Source.OfSurvey)).isPresent();
  }

  /// A measure without quality rules.
  public Measure(
      String name,
      About about,
      Quantity quantity,
      Rhythm rhythm,
      Optional<String> segments,
      Optional<Source> source) {
    this(name, about, quantity, rhythm, segments, source, Quality.ANY);
  }

  /// What people are told of it.
  public record About(String title, Optional<String> question, Optional<String> owner) {}

  /// @param unit every amount of the measure is in it
  /// @param minimumImportantChange a smaller change matters to nobody
  public record Quantity(
      Type type, Optional<String> unit, Better better, Optional<Double> minimumImportantChange) {}

  /// What kind of number it is.
  public enum Type {
    COUNT,
    RATE,
    PROPORTION,
    MEAN,
    DURATION,
    MONEY,
    SCORE,
    NPS
  }

  /// Which way is good.
  public sealed interface Better {
    /// More is better.
    record Higher() implements Better {}

    /// Less is better.
    record Lower() implements Better {}

    /// Between two limits, which belong to it.
    record Within(double low, double high) implements Better {}
  }

  /// When values come.
  ///
  /// @param lag how long after the end of a period its value is known
  /// @param timezone in which periods begin and end
  /// @param seasonal shown without its season, with the raw line faint behind
  public record Rhythm(Cadence cadence, Duration lag, ZoneId timezone, Optional<Season> seasonal) {}

  /// How long a period is.
  public enum Cadence {
    DAILY,
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    YEARLY;

    /// The longest period of it.
    public Duration longest() {
      return Duration.ofDays(
          switch (this) {
            case DAILY -> 1;
            case WEEKLY -> 7;
            case MONTHLY -> 31;
            case QUARTERLY -> 92;
            case YEARLY -> 366;
          });
    }
  }

  /// How a season acts on the level.
  public enum Season {
    MULTIPLICATIVE,
    ADDITIVE
  }

  /// Where values come from.
  public sealed interface Source {
    /// A query that gets `:from` and `:to` and gives `period` with `value`, or with `numerator` and
    /// `denominator`; and `segment` where the measure has segments.
    record Sql(String connection, Action.Text text) implements Source {}

    /// A file of the project.
    record Csv(String file) implements Source {}

    /// A web service that gets `from` and `to` in the query of its address and answers JSON.
    ///
    /// @param headers may hold secrets
    /// @param rows where the rows are in it
    /// @param columns where a row's columns are in it, by their names; others have that name in it
    record Http(
        String url, Map<String, Template> headers, JsonPath rows, Map<String, JsonPath> columns)
        implements Source {}

    /// Usage reports of Microsoft 365.
    record Graph(GraphSource asked) implements Source {}

    /// A Prometheus server, asked for samples over the time of each period.
    ///
    /// @param url of the server, without `/api/v1/…`
    /// @param headers may hold secrets
    /// @param step from sample to sample
    record Prometheus(
        String url, Map<String, Template> headers, PromQl query, Aggregate aggregate, Duration step)
        implements Source {}

    /// What Prometheus is asked for.
    sealed interface PromQl {
      record Value(String query) implements PromQl {}

      record Ratio(String numerator, String denominator) implements PromQl {}
    }

    /// A figure of a workflow's own runs.
    record OfWorkflow(String workflow, Figure figure, Optional<String> deadline)
        implements Source {}

    /// What people answered to an item of a survey: one value for each wave, when it closes.
    ///
    /// @param item or an instrument whose score is told
    record OfSurvey(String survey, String item) implements Source {}
  }

  /// What is made of the samples of a period.
  public enum Aggregate {
    MEAN,
    SUM,
    MIN,
    MAX,
    MEDIAN,
    LAST
  }

  /// What is counted of a workflow's runs.
  public enum Figure {
    SUCCESS_RATE,
    DURATION,
    LATENESS
  }
}
