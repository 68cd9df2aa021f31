package outturn.definition.measure;

import java.util.LinkedHashMap;
import java.util.List;
import outturn.definition.expression.Expressions;
import outturn.definition.jsonpath.JsonPath;
import outturn.definition.jsonpath.WrittenPath;
import outturn.definition.measure.Measure.Source;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Named;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Nearest;
import outturn.definition.text.Problems;

/// Reads `http:` of a measure's source.
final class HttpSourceReader {
  private static final List<String> COLUMNS =
      List.of("period", "segment", "value", "numerator", "denominator");

  private static final Key<Placed<String>> JSON =
      Key.required("json", Forms.text().placed(), "JSONPath of the rows: $.figures[*].");
  private static final Key<List<Named<Placed<String>>>> PATHS =
      Key.optional(
          "columns",
          Groups.map(Forms.word(), Forms.text().placed()),
          "JSONPath of columns in a row, where they are not named so.");
  private static final Shape SHAPE =
      new Shape("http source", WebKeys.URL, WebKeys.HEADERS, JSON, PATHS);
  static final Key<Values> HTTP =
      Key.optional("http", SHAPE.form(), "A web service that answers period and value as JSON.");

  private static final JsonPath WHOLE = JsonPath.parse("$");

  private final WebKeys web;
  private final Problems problems;

  HttpSourceReader(Expressions expressions, Problems problems) {
    this.web = new WebKeys(expressions, problems);
    this.problems = problems;
  }

  Source read(Values values) {
    var columns = new LinkedHashMap<String, JsonPath>();
    for (var column : values.list(PATHS)) {
      if (COLUMNS.contains(column.name())) {
        columns.put(column.name(), path(column.value()));
      } else {
        problems.add(
            column.value().position(),
            "unknown-column",
            "'%s' is not a column of a measure".formatted(column.name()),
            Nearest.hint(column.name(), COLUMNS));
      }
    }
    return new Source.Http(
        web.url(values),
        web.headers(values),
        values.find(JSON).map(this::path).orElse(WHOLE),
        columns);
  }

  private JsonPath path(Placed<String> written) {
    return WrittenPath.read(written, "$.figures[*] or $.total['2026']", problems);
  }
}
