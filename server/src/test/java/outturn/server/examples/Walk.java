package outturn.server.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import outturn.definition.expression.Scope;
import outturn.definition.expression.Template;
import outturn.definition.measure.Measure;
import outturn.definition.project.Project;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.definition.workflow.Task;
import outturn.definition.workflow.Task.End;
import outturn.definition.workflow.Workflow;
import outturn.spi.Log;
import outturn.spi.Request;
import outturn.spi.TaskType;
import outturn.spi.TaskType.Result;
import outturn.store.database.ConnectionSettings;
import outturn.tasks.process.Guard;
import outturn.tasks.process.ProcessTask;
import outturn.tasks.sql.SqlTask;

/// Runs workflows of an example with the real task types and without an engine: task after task,
/// item after item, no waits, no pools, and scripts do not sleep. A failed task ends the walk.
final class Walk {
  private static final TaskType PROCESS =
      new ProcessTask(
          ProcessTask.Patience.USUAL,
          (request, pid, at) -> {},
          Guard.start(Guard.Limits.within(Duration.ofHours(1))));

  private final Project project;
  private final Path files;
  private final Path scratch;
  private final ConnectionSettings database;
  private final TaskType sql;
  private final String businessDate;

  private final List<String> story = new ArrayList<>();
  private final StringBuilder log = new StringBuilder();
  private final List<Collected> collected = new ArrayList<>();

  /// A task that collected a measure, and how many values its query gave.
  record Collected(String measure, Object from, Object to, Object rows) {}

  Walk(Path files, Project project, ConnectionSettings database, Path scratch, String date) {
    this.files = files;
    this.project = project;
    this.database = database;
    this.scratch = scratch;
    this.sql = new SqlTask(scratch);
    this.businessDate = date;
  }

  /// One line for each attempt or skipped task: `month-end-close/tax skipped`.
  List<String> story() {
    return story;
  }

  /// What all processes said.
  String log() {
    return log.toString();
  }

  List<Collected> collected() {
    return collected;
  }

  void run(String name, Map<String, Object> inputs) throws InterruptedException {
    var workflow = project.workflows().find(name).orElseThrow();
    var scope = start(workflow, inputs);
    var ends = new HashMap<String, End>();
    for (var task : workflow.graph().tasks()) {
      if (!mayRun(task, ends, scope)) {
        ends.put(task.name(), End.SKIPPED);
        story.add("%s/%s skipped".formatted(name, task.name()));
        continue;
      }
      var outputs = outputs(name, task, scope);
      for (var output : outputs.entrySet()) {
        scope =
            scope.with(
                "tasks.%s.outputs.%s"
                    .formatted(Scope.identifier(task.name()), Scope.identifier(output.getKey())),
                output.getValue());
      }
      ends.put(task.name(), End.SUCCEEDED);
    }
  }

  private Scope start(Workflow workflow, Map<String, Object> given) {
    var scope = new Scope(Map.of("businessDate", businessDate));
    for (var input : workflow.inputs()) {
      var value = Optional.ofNullable(given.get(input.name())).or(input::fallback);
      scope = scope.with("inputs." + Scope.identifier(input.name()), value.orElseThrow());
    }
    return scope;
  }

  private static boolean mayRun(Task task, Map<String, End> ends, Scope scope) {
    for (var need : task.needs()) {
      var end = Optional.ofNullable(ends.get(need.task())).orElseThrow();
      if (!need.accepted().contains(end)) return false;
    }
    return task.when().map(when -> Boolean.TRUE.equals(when.evaluate(scope))).orElse(true);
  }

  private Map<String, Object> outputs(String workflow, Task task, Scope scope)
      throws InterruptedException {
    var path = workflow + "/" + task.name();
    if (task.forEach().isEmpty()) return attempts(path, task, scope);
    var lists = new HashMap<String, Object>();
    var each = new HashMap<String, List<Object>>();
    var index = 0;
    for (var item : (List<?>) task.forEach().get().items().evaluate(scope)) {
      var withItem = scope.with("item", item).with("itemIndex", (long) index);
      attempts("%s[%d]".formatted(path, index++), task, withItem)
          .forEach((name, value) -> each.computeIfAbsent(name, _ -> new ArrayList<>()).add(value));
    }
    lists.putAll(each);
    return lists;
  }

  private Map<String, Object> attempts(String path, Task task, Scope scope)
      throws InterruptedException {
    for (var attempt = 1; ; attempt++) {
      switch (attempt(task, scope, attempt)) {
        case Result.Done(var outputs) -> {
          story.add("%s attempt %d".formatted(path, attempt));
          return outputs;
        }
        case Result.Failed failed -> {
          story.add("%s attempt %d: %s".formatted(path, attempt, failed.message()));
          var exit =
              failed.exitCode() < 0 ? Optional.<Integer>empty() : Optional.of(failed.exitCode());
          var failure =
              new Failure(FailureKind.valueOf(failed.kind().name()), exit, failed.message());
          if (!task.rules().retry().allows(attempt, failure)) {
            throw new AssertionError(path + ": " + failed.message() + "\n" + log);
          }
        }
      }
    }
  }

  private Result attempt(Task task, Scope scope, int attempt) throws InterruptedException {
    return switch (task.action()) {
      case Action.Nothing _ -> new Result.Done(Map.of());
      case Action.Run run -> process(task, run, scope, attempt);
      case Action.Sql(_, var text, var parameters) ->
          sql.run(request(task, sql(text, rendered(parameters, scope)), Map.of()));
      case Action.Call(var workflow, var inputs) -> {
        run(workflow, rendered(inputs, scope));
        yield new Result.Done(Map.of());
      }
      case Action.Collect(var measure) -> collect(measure, scope);
      case Action.Http _, Action.Wait _, Action.Approval _ ->
          throw new AssertionError("no example has such a task: " + task.name());
    };
  }

  private Result process(Task task, Action.Run run, Scope scope, int attempt)
      throws InterruptedException {
    var environment = new HashMap<String, String>();
    environment.put("OUTTURN_ATTEMPT", Integer.toString(attempt));
    environment.put("PATH", sleepless() + ":/usr/bin:/bin");
    run.environment().forEach((name, value) -> environment.put(name, value.text(scope)));
    Map<String, Object> settings =
        switch (run.command()) {
          case Action.Command.Arguments(var words) ->
              Map.of("command", words.stream().map(word -> word.text(scope)).toList());
          case Action.Command.Shell(var line) -> Map.of("shell", line);
        };
    return PROCESS.run(request(task, settings, environment));
  }

  /// A folder with a `sleep` that returns at once.
  private Path sleepless() {
    var program = scratch.resolve("sleepless/sleep");
    if (Files.exists(program)) return program.getParent();
    try {
      Files.createDirectories(program.getParent());
      Files.writeString(program, "#!/bin/sh\n");
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
      return program.getParent();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Result collect(String name, Scope scope) throws InterruptedException {
    var source = project.measures().find(name).flatMap(Measure::source).orElseThrow();
    var from = scope.find("inputs.from").orElseThrow();
    var to = scope.find("inputs.to").orElseThrow();
    if (source instanceof Measure.Source.Csv(var file)) {
      collected.add(new Collected(name, from, to, rows(file, from.toString(), to.toString())));
      return new Result.Done(Map.of());
    }
    if (!(source instanceof Measure.Source.Sql asked)) throw new AssertionError(name);
    var settings = sql(asked.text(), Map.of("from", from, "to", to));
    var request =
        new Request(
            "sql",
            settings,
            Map.of("rowCount", "int"),
            Map.of(),
            places(),
            words(),
            Optional.empty());
    var result = sql.run(request);
    if (result instanceof Result.Done(var outputs)) {
      collected.add(new Collected(name, from, to, outputs.getOrDefault("rowCount", 0L)));
    }
    return result instanceof Result.Done ? new Result.Done(Map.of()) : result;
  }

  /// How many rows of a file are of these days; dates are in order as text.
  private long rows(String file, String from, String to) {
    var text = project.files().text(file).orElseThrow();
    return text.lines()
        .map(line -> line.split(",", 2)[0])
        .filter(period -> period.compareTo(from) >= 0 && period.compareTo(to) <= 0)
        .count();
  }

  private Map<String, Object> sql(Action.Text text, Map<String, Object> parameters) {
    var statements =
        switch (text) {
          case Action.Text.Inline(var statement) -> statement;
          case Action.Text.InFile(var path) -> project.files().text(path).orElseThrow();
        };
    var connection =
        Map.of("url", database.jdbcUrl(), "user", database.user(), "password", database.password());
    return Map.of("connection", connection, "text", statements, "params", parameters);
  }

  private Request request(
      Task task, Map<String, Object> settings, Map<String, String> environment) {
    var promised =
        task.outputs().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, output -> output.getValue().word()));
    return new Request("", settings, promised, environment, places(), words(), Optional.empty());
  }

  private Request.Places places() {
    try {
      return new Request.Places(files, Files.createTempDirectory(scratch, "attempt"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Log words() {
    return (stream, bytes, offset, length) -> {
      synchronized (log) {
        log.append(new String(bytes, offset, length, StandardCharsets.UTF_8));
      }
    };
  }

  private static Map<String, Object> rendered(Map<String, Template> templates, Scope scope) {
    var values = new HashMap<String, Object>();
    templates.forEach((name, template) -> values.put(name, template.render(scope)));
    return values;
  }
}
