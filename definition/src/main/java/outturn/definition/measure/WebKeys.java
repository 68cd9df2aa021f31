package outturn.definition.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import outturn.definition.expression.Expressions;
import outturn.definition.expression.Template;
import outturn.definition.expression.Templates;
import outturn.definition.expression.Vocabulary;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Named;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;

/// Reads the keys that all sources on the web have: `url` and `headers`.
final class WebKeys {
  static final Key<Placed<String>> URL =
      Key.required("url", Forms.text().placed(), "The address to ask.");
  static final Key<List<Named<Node.Scalar>>> HEADERS =
      Key.optional(
          "headers",
          Groups.map(Forms.word(), Forms.scalar()),
          "Of the request; may hold ${secrets.NAME}.");

  private final Templates templates;
  private final Problems problems;

  WebKeys(Expressions expressions, Problems problems) {
    this.templates = new Templates(expressions, problems);
    this.problems = problems;
  }

  String url(Values values) {
    values.find(URL).ifPresent(this::check);
    return values.find(URL).map(Placed::value).orElse("");
  }

  Map<String, Template> headers(Values values) {
    var headers = new LinkedHashMap<String, Template>();
    for (var header : values.list(HEADERS)) {
      headers.put(header.name(), templates.text(header.value(), Vocabulary.NONE.withSecrets()));
    }
    return headers;
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
}
