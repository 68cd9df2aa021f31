package outturn.definition.workflow;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outturn.definition.expression.Template;
import outturn.definition.expression.Templates;
import outturn.definition.expression.Vocabulary;
import outturn.definition.file.FileTermsReader;
import outturn.definition.flow.ApprovalReader;
import outturn.definition.reference.Use;
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

/// Reads what a task does: the one of its keys that names an action.
final class ActionReader {
  static final Key<List<Node.Scalar>> RUN =
      Key.optional("run", Groups.list(Forms.scalar()), "A program and its arguments.");
  static final Key<Node.Scalar> SHELL =
      Key.optional("shell", Forms.scalar(), "A line for the shell; values go by env.");

  private static final Key<Placed<String>> CONNECTION =
      Key.required("connection", Forms.name().placed(), "The connection to use.");
  private static final Key<Node.Scalar> STATEMENT =
      Key.optional("statement", Forms.scalar(), "SQL; values go by params as :name.");
  private static final Key<Placed<String>> FILE =
      Key.optional("file", Forms.text().placed(), "A file of the project that holds the SQL.");
  private static final Key<List<Named<Node>>> PARAMS =
      Key.optional(
          "params",
          Groups.map(Forms.valueName(), Forms.node("a value")),
          "Values for :name in the SQL.");
  private static final Shape SQL_SHAPE = new Shape("sql task", CONNECTION, STATEMENT, FILE, PARAMS);
  static final Key<Values> SQL =
      Key.optional("sql", SQL_SHAPE.form(), "Statements on a connection.");

  private static final Key<String> METHOD =
      Key.optional(
          "method",
          Choices.words("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"),
          "GET by default.");
  private static final Key<Node.Scalar> URL =
      Key.required("url", Forms.scalar(), "Where the request goes.");
  private static final Key<List<Named<Node.Scalar>>> HEADERS =
      Key.optional("headers", Groups.map(Forms.word(), Forms.scalar()), "Of the request.");
  private static final Key<Node> BODY =
      Key.optional("body", Forms.node("a text, or any value to be sent as JSON"), "To send.");
  private static final Key<List<Integer>> EXPECT =
      Key.optional(
          "expect", Groups.oneOrMany(Forms.whole(100, 599)), "Status codes that mean success.");
  private static final Shape HTTP_SHAPE =
      new Shape("http task", METHOD, URL, HEADERS, BODY, EXPECT);
  static final Key<Values> HTTP =
      Key.optional("http", HTTP_SHAPE.form(), "A request to a web service.");

  private static final Key<Duration> FOR =
      Key.optional("for", Forms.duration(), "How long to wait.");
  private static final Key<Node.Scalar> UNTIL =
      Key.optional("until", Forms.scalar(), "An ISO date-time; local in the workflow's zone.");
  private static final Shape WAIT_SHAPE = new Shape("wait task", FOR, UNTIL);
  static final Key<Values> WAIT =
      Key.optional("wait", WAIT_SHAPE.form(), "A wait; it holds no worker.");

  private static final Key<Placed<String>> WORKFLOW =
      Key.required("workflow", Forms.name().placed(), "The workflow to run.");
  private static final Key<List<Named<Node>>> INPUTS =
      Key.optional(
          "inputs", Groups.map(Forms.valueName(), Forms.node("a value")), "What it is given.");
  private static final Shape CALL_SHAPE = new Shape("call task", WORKFLOW, INPUTS);
  static final Key<Values> CALL =
      Key.optional("call", CALL_SHAPE.form(), "A run of another workflow.");

  static final List<Key<?>> ACTIONS =
      List.of(RUN, SHELL, SQL, HTTP, WAIT, FileTermsReader.WAIT_FOR, CALL, ApprovalReader.APPROVAL);

  static final Key<List<Named<Node.Scalar>>> ENV =
      Key.optional(
          "env",
          Groups.map(
              Forms.named("the name of an environment variable", "[A-Za-z_][A-Za-z0-9_]{0,126}"),
              Forms.scalar()),
          "What the process sees; secrets are allowed here.");

  private final Templates templates;
  private final Uses uses;
  private final List<CallSite> calls;
  private final Problems problems;

  ActionReader(Templates templates, Uses uses, List<CallSite> calls, Problems problems) {
    this.templates = templates;
    this.uses = uses;
    this.calls = calls;
    this.problems = problems;
  }

  /// The action of a task; no action key at all means nothing is done.
  Action read(Values task, Vocabulary vocabulary) {
    var written = ACTIONS.stream().filter(task::has).toList();
    for (var second : written.stream().skip(1).toList()) {
      problems.add(
          task.keyPosition(second),
          "several-actions",
          "a task does one thing, found %s and %s"
              .formatted(written.getFirst().name(), second.name()),
          "make two tasks of it");
    }
    if (task.has(ENV) && !task.has(RUN) && !task.has(SHELL)) {
      problems.add(
          task.keyPosition(ENV), "misplaced-key", "env is for tasks with run or shell only");
    }
    return command(task, vocabulary)
        .or(() -> task.find(SQL).map(values -> sql(values, vocabulary)))
        .or(() -> task.find(HTTP).map(values -> http(values, vocabulary)))
        .or(() -> task.find(WAIT).map(values -> waiting(values, vocabulary)))
        .or(() -> task.find(FileTermsReader.WAIT_FOR).map(values -> file(values, vocabulary)))
        .or(() -> task.find(CALL).map(values -> call(task, values, vocabulary)))
        .or(() -> task.find(ApprovalReader.APPROVAL).map(values -> approval(values, vocabulary)))
        .orElse(new Action.Nothing());
  }

  private Optional<Action> command(Values task, Vocabulary vocabulary) {
    var run = task.find(RUN);
    if (run.isPresent() && run.get().isEmpty()) {
      problems.add(task.position(RUN), "missing-program", "run needs a program", "run: [program]");
    }
    Optional<Action.Command> command =
        run.<Action.Command>map(words ->
                new Action.Command.Arguments(
                    words.stream().map(word -> templates.text(word, vocabulary)).toList()))
            .or(() -> task.find(SHELL).map(this::shell));
    return command.map(
        found -> new Action.Run(found, texts(task.list(ENV), vocabulary.withSecrets())));
  }

  private Action.Command shell(Node.Scalar line) {
    return new Action.Command.Shell(
        templates.withoutExpressions(
            line, "values go by env: and are written $NAME; a literal ${ is $${"));
  }

  private Map<String, Template> texts(List<Named<Node.Scalar>> named, Vocabulary vocabulary) {
    var texts = new LinkedHashMap<String, Template>();
    for (var each : named) texts.put(each.name(), templates.text(each.value(), vocabulary));
    return texts;
  }

  private Map<String, Template> templates(List<Named<Node>> named, Vocabulary vocabulary) {
    var read = new LinkedHashMap<String, Template>();
    for (var each : named) read.put(each.name(), templates.read(each.value(), vocabulary));
    return read;
  }

  private Action sql(Values values, Vocabulary vocabulary) {
    values.find(CONNECTION).ifPresent(name -> uses.note(Use.Target.CONNECTION, name));
    var text = sqlText(values);
    return new Action.Sql(
        values.find(CONNECTION).map(Placed::value).orElse(""),
        text,
        templates(values.list(PARAMS), vocabulary));
  }

  private Action.Text sqlText(Values values) {
    if (values.has(STATEMENT) == values.has(FILE)) {
      problems.add(
          values.position(), "one-of", "a sql task needs one of statement and file, not both");
    }
    var file = values.find(FILE);
    if (file.isPresent()) {
      return new Action.Text.InFile(uses.note(Use.Target.FILE, file.get()));
    }
    return new Action.Text.Inline(
        values
            .find(STATEMENT)
            .map(sql -> templates.withoutExpressions(sql, "values go by params: and are :name"))
            .orElse(""));
  }

  private Action http(Values values, Vocabulary vocabulary) {
    return new Action.Http(
        values.get(METHOD, "GET"),
        values.find(URL).map(address -> url(address, vocabulary)).orElse(new Template.Constant("")),
        texts(values.list(HEADERS), vocabulary),
        values.find(BODY).map(body -> templates.read(body, vocabulary)),
        values.list(EXPECT));
  }

  private void checkInstant(Node.Scalar written, Template instant) {
    if (!(instant instanceof Template.Constant)) return;
    try {
      DateTimeFormatter.ISO_DATE_TIME.parse(written.text());
    } catch (DateTimeException malformed) {
      problems.add(
          written.position(),
          "bad-time",
          "expected a date-time such as 2026-03-29T06:30, found " + written.told(),
          "local times are in the workflow's zone; with Z or an offset they are absolute");
    }
  }

  private Action waiting(Values values, Vocabulary vocabulary) {
    if (values.has(FOR) == values.has(UNTIL)) {
      problems.add(values.position(), "one-of", "a wait task needs one of for and until, not both");
    }
    Optional<Action> until =
        values.find(UNTIL).map(at -> new Action.Wait.Until(instant(at, vocabulary)));
    return until.orElseGet(() -> new Action.Wait.For(values.get(FOR, Duration.ZERO)));
  }

  private Action file(Values values, Vocabulary vocabulary) {
    return new Action.Wait.ForFile(FileTermsReader.read(values, vocabulary, templates, problems));
  }

  private Template instant(Node.Scalar written, Vocabulary vocabulary) {
    var instant = templates.text(written, vocabulary);
    checkInstant(written, instant);
    return instant;
  }

  private Template url(Node.Scalar written, Vocabulary vocabulary) {
    var url = templates.text(written, vocabulary);
    if (url instanceof Template.Constant && !written.text().matches("https?://.+")) {
      problems.add(
          written.position(),
          "bad-url",
          "expected an address that begins with http:// or https://, found " + written.told());
    }
    return url;
  }

  private Action approval(Values values, Vocabulary vocabulary) {
    return new Action.Approval(ApprovalReader.read(values, vocabulary, templates, uses, problems));
  }

  private Action call(Values task, Values values, Vocabulary vocabulary) {
    var workflow = values.find(WORKFLOW);
    var given = templates(values.list(INPUTS), vocabulary);
    if (workflow.isEmpty()) return new Action.Nothing();
    uses.note(Use.Target.WORKFLOW, workflow.get());
    var places = new TreeMap<String, CallSite.Given>();
    for (var input : values.list(INPUTS)) {
      var template = given.get(input.name());
      if (template == null) continue;
      places.put(input.name(), new CallSite.Given(input.value(), template, input.position()));
    }
    calls.add(
        new CallSite(
            workflow.get().value(),
            workflow.get().position(),
            places,
            task.list(TaskReader.OUTPUTS)));
    return new Action.Call(workflow.get().value(), given);
  }
}
