package outturn.definition.trigger;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.Template;
import outturn.definition.expression.Templates;
import outturn.definition.expression.Vocabulary;
import outturn.definition.file.FilePattern;
import outturn.definition.file.FileTerms;
import outturn.definition.jsonpath.JsonPath;
import outturn.definition.jsonpath.WrittenPath;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Named;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;
import outturn.definition.trigger.Source.End;
import outturn.definition.trigger.Source.Existing;

/// Reads where the events of a trigger come from: one of `file`, `webhook`, `event`, `cloudEvent`.
final class SourceReader {
  private static final String GITHUB = "X-Hub-Signature-256";

  private static final Key<Placed<String>> PATH =
      Key.required("path", Forms.text().placed(), "Absolute; * and ? in the file's name.");
  private static final Key<Duration> STABLE_FOR =
      Key.optional("stable", Forms.duration(), "So long size and time stay the same; 10s.");
  private static final Key<Existing> EXISTING =
      Key.optional("existing", Choices.of(Existing.class), "Files of before; ignore.");
  private static final Key<Values> FILE =
      Key.optional(
          "file",
          new Shape("file trigger", PATH, STABLE_FOR, EXISTING).form(),
          "A file is there, and complete.");

  private static final Key<Node.Scalar> SECRET =
      Key.optional("secret", Forms.scalar(), "Exactly ${secrets.NAME}, to sign requests with.");
  private static final Key<String> HEADER =
      Key.optional("header", Forms.text(), "Holds the signature; X-Hub-Signature-256.");
  private static final Key<Placed<String>> KEY =
      Key.optional("key", Forms.text().placed(), "A header, or $.path: the same is one event.");
  private static final Key<List<Named<Placed<String>>>> VALUES =
      Key.optional(
          "values",
          Groups.map(Forms.valueName(), Forms.text().placed()),
          "JSONPath of values that inputs take: ${trigger.NAME}.");
  private static final Key<Values> WEBHOOK =
      Key.optional(
          "webhook",
          new Shape("webhook", SECRET, HEADER, KEY, VALUES).form(),
          "A request to /api/v1/hooks/WORKFLOW/TRIGGER.");

  private static final Key<List<End>> ON =
      Key.optional("on", Groups.oneOrMany(Choices.of(End.class)), "How it ended; succeeded.");
  private static final Key<DateShift> DATE =
      Key.optional("businessDate", DateShiftForm.form(), "Counted from that of the other; same.");
  private static final Key<Values> EVENT =
      Key.optional(
          "event",
          new Shape(
                  "event",
                  DependencyReader.WORKFLOW,
                  DependencyReader.PROJECT,
                  DependencyReader.TASK,
                  ON,
                  DATE)
              .form(),
          "A run of another workflow, or a task of it, has ended.");

  private static final Key<String> TYPE =
      Key.required("type", Forms.text(), "The type of the CloudEvent.");
  private static final Key<String> SOURCE =
      Key.optional("source", Forms.text(), "Its source; any by default.");
  private static final Key<Values> CLOUD =
      Key.optional(
          "cloudEvent",
          new Shape("CloudEvent trigger", TYPE, SOURCE, VALUES).form(),
          "A CloudEvent that was sent to /api/v1/events.");

  static final List<Key<Values>> SOURCES = List.of(FILE, WEBHOOK, EVENT, CLOUD);

  private final Templates templates;
  private final Uses uses;
  private final Problems problems;

  SourceReader(Templates templates, Uses uses, Problems problems) {
    this.templates = templates;
    this.uses = uses;
    this.problems = problems;
  }

  /// The one source of a mapping; empty after a problem was told.
  Optional<Source> read(Values values) {
    return values
        .find(FILE)
        .<Source>map(this::arrival)
        .or(() -> values.find(WEBHOOK).map(this::webhook))
        .or(() -> values.find(EVENT).map(this::ending))
        .or(() -> values.find(CLOUD).map(this::cloud));
  }

  private Source.Arrival arrival(Values values) {
    var path = values.find(PATH);
    var text = path.map(Placed::value).orElse("/");
    var files = FilePattern.of(text);
    if (path.isPresent() && (files.isEmpty() || text.contains("${"))) {
      problems.add(
          path.get().position(),
          "bad-path",
          "expected %s, found '%s'".formatted(FilePattern.EXPECTED, text),
          "write for example /in/orders-*.csv");
    }
    return new Source.Arrival(
        files.orElse(new FilePattern("/", "*")),
        values.get(STABLE_FOR, FileTerms.STABLE),
        values.get(EXISTING, Existing.IGNORE));
  }

  private Source.Webhook webhook(Values values) {
    if (values.has(HEADER) && !values.has(SECRET)) {
      problems.add(
          values.keyPosition(HEADER),
          "misplaced-key",
          "header names where the signature is, and there is no secret to sign with",
          "add secret: ${secrets.NAME}");
    }
    var signed =
        values
            .find(SECRET)
            .map(secret -> new Source.Signed(secret(secret), values.get(HEADER, GITHUB)));
    return new Source.Webhook(signed, values.find(KEY).map(this::key), picked(values));
  }

  private Template secret(Node.Scalar written) {
    int before = problems.size();
    var template = templates.text(written, Vocabulary.NONE.withSecrets());
    if (template instanceof Template.Single || problems.size() > before) return template;
    problems.add(
        written.position(),
        "password-in-file",
        "the key of a signature is exactly one secret",
        "store it with: outturn secret set NAME, and write ${secrets.NAME}");
    return template;
  }

  private Source.Key key(Placed<String> written) {
    return written.value().startsWith("$")
        ? new Source.Key.Body(path(written))
        : new Source.Key.Header(written.value());
  }

  private Source.Ending ending(Values values) {
    DependencyReader.note(values, uses);
    var on = EnumSet.of(End.SUCCEEDED);
    if (values.has(ON)) {
      on.clear();
      on.addAll(values.list(ON));
    }
    if (on.contains(End.SKIPPED) && !values.has(DependencyReader.TASK)) {
      problems.add(values.position(ON), "unknown-word", "a task can be skipped, a run cannot");
    }
    return new Source.Ending(
        values.find(DependencyReader.WORKFLOW).map(Placed::value).orElse(""),
        values.find(DependencyReader.TASK).map(Placed::value),
        on,
        values.get(DATE, DateShift.SAME));
  }

  private Source.Cloud cloud(Values values) {
    return new Source.Cloud(values.text(TYPE), values.find(SOURCE), picked(values));
  }

  private Map<String, JsonPath> picked(Values values) {
    var paths = new LinkedHashMap<String, JsonPath>();
    for (var value : values.list(VALUES)) paths.put(value.name(), path(value.value()));
    return paths;
  }

  private JsonPath path(Placed<String> written) {
    return WrittenPath.read(written, "$.order.id or $.items[0]", problems);
  }
}
