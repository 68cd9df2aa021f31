package outturn.definition.measure;

import java.util.LinkedHashMap;
import java.util.List;
import outturn.definition.expression.Expressions;
import outturn.definition.expression.Template;
import outturn.definition.expression.Templates;
import outturn.definition.expression.Vocabulary;
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
import outturn.definition.text.Node;
import outturn.definition.text.Problems;

/// Reads `http:` of a measure's source.
final class HttpSourceReader {
  private static final List<String> COLUMNS =
      List.of("period", "segment", "value", "numerator", "denominator");

  private static final Key<Placed<String>> URL =
      Key.required("url", Forms.text().placed(), "The address to ask; gets ?from= and &to=.");
  private static final Key<List<Named<Node.Scalar>>> HEADERS =
      Key.optional(
          "headers",
          Groups.map(Forms.word(), Forms.scalar()),
          "Of the request; may hold ${secrets.NAME}.");
  private static final Key<Placed<String>> JSON =
      Key.required("json", Forms.text().placed(), "JSONPath of the rows: $.figures[*].");
  private static final Key<List<Named<Placed<String>>>> PATHS =
      Key.optional(
          "columns",
          Groups.map(Forms.word(), Forms.text().placed()),
          "JSONPath of columns in a row, where they are not named so.");
  private static final Shape SHAPE = new Shape("http source", URL, HEADERS, JSON, PATHS);
  static final Key<Values> HTTP =
      Key.optional("http", SHAPE.form(), "A web service that answers period and value as JSON.");

  private static final JsonPath WHOLE = JsonPath.parse("$");

  private final Templates templates;
  private final Problems problems;

  HttpSourceReader(Expressions expressions, Problems problems) {
    this.templates = new Templates(expressions, problems);
    this.problems = problems;
  }

  Source read(Values values) {
    values.find(URL).ifPresent(this::check);
    var headers = new LinkedHashMap<String, Template>();
    for (var header : values.list(HEADERS)) {
      headers.put(header.name(), templates.text(header.value(), Vocabulary.NONE.withSecrets()));
    }
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
        values.find(URL).map(Placed::value).orElse(""),
        headers,
        values.find(JSON).map(this::path).orElse(WHOLE),
        columns);
  }

  private void check(Placed<String> url) {
    if (url.value().matches("https?://[^\\s#$]+")) return;
    problems.add(
        url.position(),
        "bad-url",
        "expected an address that begins with http:// or https://, without expressions, found '%s'"
            .formatted(url.value()),
        "secrets go by headers");
  }

  private JsonPath path(Placed<String> written) {
    return WrittenPath.read(written, "$.figures[*] or $.total['2026']", problems);
  }
}
