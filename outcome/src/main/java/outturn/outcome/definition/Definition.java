package outturn.outcome.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import java.util.function.UnaryOperator;
import outturn.definition.measure.Measure;
import outturn.definition.measure.Measure.Source;
import outturn.definition.workflow.Action;

/// What a measure counts: values of two definitions are not the same quantity.
///
/// @param source how values are got, as text without its line ends
public record Definition(Measure.Type type, String unit, String source) {
  private static final String VERSION = " version ";

  /// @param file the text of a file of the project
  /// @param question the version of an item of a survey
  public static Definition of(
      Measure measure, UnaryOperator<String> file, ToIntBiFunction<String, String> question) {
    return new Definition(
        measure.quantity().type(),
        measure.quantity().unit().orElse(""),
        measure.source().map(source -> text(source, file, question)).orElse("people"));
  }

  /// Where a database or a service is does not matter, nor who may ask it, nor what is in a file of
  /// values.
  private static String text(
      Source source, UnaryOperator<String> file, ToIntBiFunction<String, String> question) {
    return switch (source) {
      case Source.Sql(_, Action.Text.Inline(var statement)) -> "sql " + plain(statement);
      case Source.Sql(_, Action.Text.InFile(var path)) -> "sql " + plain(file.apply(path));
      case Source.Csv _ -> "csv";
      case Source.Http http ->
          "http %s %s %s".formatted(query(http.url()), http.rows(), http.columns());
      case Source.Graph(var graph) ->
          "graph %s %s %s %s"
              .formatted(
                  graph.above(),
                  graph.below(),
                  graph.eligible().map(Object::toString).orElse(""),
                  graph.ofDays());
      case Source.Prometheus(_, _, var query, var aggregate, var step) ->
          "prometheus %s %s %s".formatted(plain(query.toString()), aggregate, step);
      case Source.OfWorkflow(var workflow, var figure, var deadline) ->
          "workflow %s %s %s".formatted(workflow, figure, deadline.orElse(""));
      case Source.OfSurvey(var survey, var item) ->
          asked(survey, item, question.applyAsInt(survey, item));
    };
  }

  /// Answers to other words are no trend; the first version is as it was before there were others.
  private static String asked(String survey, String item, int version) {
    var text = "survey %s %s".formatted(survey, item);
    return version == 1 ? text : text + VERSION + version;
  }

  private static String query(String url) {
    int begin = url.indexOf('/', url.indexOf("//") + 2);
    return begin < 0 ? "" : url.substring(begin);
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /// What is not the same any more, in words: `source and unit`; empty when nothing is.
  Optional<String> difference(Definition other) {
    var words = new ArrayList<String>();
    if (!source.equals(other.source)) words.add(isSameQuestion(other) ? "wording" : "source");
    if (!unit.equals(other.unit)) words.add("unit");
    if (type != other.type) words.add("type");
    return words.isEmpty() ? Optional.empty() : Optional.of(listed(words));
  }

  private boolean isSameQuestion(Definition other) {
    return source.startsWith("survey ") && question(source).equals(question(other.source));
  }

  private static String question(String source) {
    int end = source.indexOf(VERSION);
    return end < 0 ? source : source.substring(0, end);
  }

  private static String listed(List<String> words) {
    if (words.size() == 1) return words.getFirst();
    return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }
}
