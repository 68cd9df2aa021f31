package outturn.tasks.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import outturn.spi.Request;
import outturn.spi.TaskType;
import outturn.tasks.output.Json;
import outturn.tasks.output.Outputs;
import outturn.tasks.output.Written;
import outturn.tasks.setting.Settings;

/// Calls a web service once.
///
/// Settings: `method` (GET), `url`, `headers`, `body` (text, or a value that is sent as JSON) and
/// `expect`, the status codes that mean success (200 to 299). Outputs: `status`, the code, and the
/// top-level fields of an answer that is a JSON object; only promised ones are taken.
public final class HttpTask implements TaskType, AutoCloseable {
  private final Caller caller;

  /// What is waited for, read and reached at most.
  ///
  /// @param connect until the connection stands
  /// @param answer until the answer begins, for attempts without a timeout
  /// @param bytes of the answer's body
  public record Limits(Duration connect, Duration answer, int bytes, Reach reach) {
    public static final Limits USUAL =
        new Limits(Duration.ofSeconds(10), Duration.ofMinutes(30), 1024 * 1024, Reach.USUAL);

    public Limits within(Reach other) {
      return new Limits(connect, answer, bytes, other);
    }
  }

  public HttpTask(Limits limits) {
    this.caller = new Caller(limits);
  }

  @Override
  public String name() {
    return "http";
  }

  @Override
  public Result run(Request request) throws InterruptedException {
    return caller.made(
        Call.of(new Settings(request.settings())),
        request,
        (status, body) -> Outputs.keep(outputs(status, body, request.promised()), request));
  }

  /// Fields that were not promised are no outputs: an answer may hold many.
  private static Map<String, Written> outputs(int status, Body body, Map<String, String> promised) {
    var outputs = new LinkedHashMap<String, Written>();
    if (promised.isEmpty()) return outputs;
    if (Json.read(body.text()).orElse("") instanceof Map<?, ?> fields) {
      for (var name : promised.keySet()) {
        var value = fields.get(name);
        if (value != null) outputs.put(name, new Written.Value(value));
      }
    }
    if (promised.containsKey("status")) outputs.put("status", new Written.Value((long) status));
    return outputs;
  }

  @Override
  public void close() {
    caller.close();
  }
}
