package outturn.runtime.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.expression.Scope;
import outturn.definition.expression.Template;
import outturn.definition.expression.ValueType;
import outturn.definition.measure.Measure;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Task;
import outturn.engine.decide.Effect;
import outturn.runtime.log.AttemptLog;
import outturn.runtime.project.FileTrees;
import outturn.runtime.project.Versions;
import outturn.spi.Request;

/// Makes the work order of an attempt: expressions evaluated, secrets in place, folders made.
public final class WorkOrders {
  /// The variable that tells a process its attempt's token.
  public static final String TOKEN = "OUTTURN_TOKEN";

  private final Versions versions;
  private final FileTrees files;
  private final Function<String, Optional<String>> secrets;
  private final Path scratch;

  /// @param secrets the value of a secret, by its name as expressions write it
  /// @param scratch where the attempts' own folders are made
  public WorkOrders(
      Versions versions,
      FileTrees files,
      Function<String, Optional<String>> secrets,
      Path scratch) {
    this.versions = versions;
    this.files = files;
    this.secrets = secrets;
    this.scratch = scratch;
  }

  /// A request, and the attempt's folder, which is removed when it is closed.
  record Prepared(Request request) implements AutoCloseable {
    @Override
    public void close() {
      remove(request.places().scratch());
    }
  }

  Prepared prepare(Effect.Dispatch dispatch, AttemptLog log) {
    var rendering = new Rendering(dispatch, log);
    var task = dispatch.task();
    var places = new Request.Places(files.of(dispatch.version().id()), folder(dispatch));
    return new Prepared(
        new Request(
            type(task.action()),
            rendering.settings(),
            promised(task),
            rendering.environment(),
            places,
            log,
            task.rules().timeout()));
  }

  private static String type(Action action) {
    return switch (action) {
      case Action.Nothing _ -> "nothing";
      case Action.Run _ -> "process";
      case Action.Sql _ -> "sql";
      case Action.Http _ -> "http";
      case Action.Collect _ -> "collect";
      case Action.Wait _, Action.Call _, Action.Approval _ ->
          throw new IllegalStateException("not for a worker");
    };
  }

  private static Map<String, String> promised(Task task) {
    return task.outputs().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, output -> word(output.getValue())));
  }

  private static String word(ValueType type) {
    return type.word();
  }

  private Path folder(Effect.Dispatch dispatch) {
    try {
      return Files.createDirectory(scratch.resolve(Long.toHexString(dispatch.token())));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot make the attempt's folder: " + failure, failure);
    }
  }

  private static void remove(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                Path visited, @org.jspecify.annotations.Nullable IOException failure)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException left) {
      // The server's start clears the folder of all attempts.
    }
  }

  /// One attempt's templates being rendered; every secret it uses is masked in its log.
  private final class Rendering {
    private final Effect.Dispatch dispatch;
    private final AttemptLog log;

    Rendering(Effect.Dispatch dispatch, AttemptLog log) {
      this.dispatch = dispatch;
      this.log = log;
    }

    Map<String, Object> settings() {
      var scope = dispatch.scope();
      return switch (dispatch.task().action()) {
        case Action.Run(Action.Command.Arguments(var arguments), _) ->
            Map.of("command", arguments.stream().map(each -> each.text(scope)).toList());
        case Action.Run(Action.Command.Shell(var line), _) -> Map.of("shell", line);
        case Action.Sql sql ->
            Map.of(
                "connection",
                connection(sql.connection()),
                "text",
                text(sql.text()),
                "params",
                rendered(sql.parameters(), scope));
        case Action.Http http -> http(http, scope);
        case Action.Collect(var measure) -> collect(measure, scope);
        case Action.Nothing _, Action.Wait _, Action.Call _, Action.Approval _ -> Map.of();
      };
    }

    private Map<String, Object> collect(String measure, Scope scope) {
      var settings = new HashMap<String, Object>();
      settings.put("measure", measure);
      settings.put("version", versionId());
      settings.put("run", dispatch.attempt().run().toString());
      scope.find("businessDate").ifPresent(date -> settings.put("businessDate", date));
      scope.find("inputs.from").ifPresent(from -> settings.put("from", from));
      scope.find("inputs.to").ifPresent(to -> settings.put("to", to));
      var source = versions.project(versionId()).measures().find(measure).flatMap(Measure::source);
      if (source.orElse(null) instanceof Measure.Source.Sql(var connection, var text)) {
        settings.put("connection", connection(connection));
        settings.put("text", text(text));
      }
      if (source.orElse(null) instanceof Measure.Source.Http http) {
        settings.put("url", http.url());
        var headers = new LinkedHashMap<String, Object>();
        http.headers().forEach((name, template) -> headers.put(name, withSecrets(template)));
        settings.put("headers", headers);
      }
      if (source.orElse(null) instanceof Measure.Source.Graph(var asked)) {
        var access = asked.access();
        settings.put("tenant", access.tenant());
        settings.put("client", access.client());
        settings.put("secret", withSecrets(access.secret()));
        settings.put("login", access.login());
        settings.put("service", access.service());
      }
      return settings;
    }

    private long versionId() {
      return dispatch.version().id();
    }

    private Map<String, Object> http(Action.Http http, Scope scope) {
      var settings = new HashMap<String, Object>();
      settings.put("method", http.method());
      settings.put("url", http.url().text(scope));
      settings.put("headers", rendered(http.headers(), scope));
      settings.put("expect", List.copyOf(http.expect()));
      http.body().ifPresent(body -> settings.put("body", body.render(scope)));
      return settings;
    }

    private Map<String, Object> rendered(Map<String, Template> templates, Scope scope) {
      var values = new LinkedHashMap<String, Object>();
      templates.forEach((name, template) -> values.put(name, template.render(scope)));
      return values;
    }

    private String text(Action.Text text) {
      return switch (text) {
        case Action.Text.Inline(var statement) -> statement;
        case Action.Text.InFile(var path) ->
            versions
                .project(versionId())
                .files()
                .text(path)
                .orElseThrow(() -> new EvaluationFailed("no file '%s'".formatted(path)));
      };
    }

    private Map<String, Object> connection(String name) {
      var connection =
          versions
              .project(versionId())
              .connections()
              .find(name)
              .orElseThrow(() -> new EvaluationFailed("no connection '%s'".formatted(name)));
      return Secrets.connection(connection, this::withSecrets);
    }

    private String withSecrets(Template template) {
      return template.text(Secrets.added(template, dispatch.scope(), this::secret));
    }

    private Optional<String> secret(String name) {
      var value = secrets.apply(name);
      value.ifPresent(log::mask);
      return value;
    }

    Map<String, String> environment() {
      var environment = new HashMap<String, String>();
      environment.put(TOKEN, Long.toString(dispatch.token()));
      environment.put("OUTTURN_RUN", dispatch.attempt().run().toString());
      environment.put("OUTTURN_TASK", dispatch.attempt().task());
      environment.put("OUTTURN_ITEM", Integer.toString(dispatch.attempt().item()));
      environment.put("OUTTURN_ATTEMPT", Integer.toString(dispatch.attempt().attempt()));
      dispatch
          .scope()
          .find("businessDate")
          .ifPresent(date -> environment.put("OUTTURN_BUSINESS_DATE", date.toString()));
      if (dispatch.task().action() instanceof Action.Run(_, var declared)) {
        declared.forEach((name, value) -> environment.put(name, withSecrets(value)));
      }
      return environment;
    }
  }
}
