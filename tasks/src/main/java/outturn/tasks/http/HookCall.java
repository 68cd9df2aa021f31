package outturn.tasks.http;

import java.util.Map;
import java.util.function.Consumer;
import outturn.spi.Request;
import outturn.spi.TaskType.Result;
import outturn.tasks.output.Json;
import outturn.tasks.setting.Settings;

/// Tells a web service something under the rules of [HttpTask], with the same settings.
public final class HookCall implements AutoCloseable {
  private final Caller caller;

  public HookCall(HttpTask.Limits limits) {
    this.caller = new Caller(limits);
  }

  /// @param json gets the answer as plain values, if it is JSON
  /// @return done without outputs, or why it failed
  public Result send(Request request, Consumer<Object> json) throws InterruptedException {
    return caller.made(
        Call.of(new Settings(request.settings())),
        request,
        (_, body) -> {
          Json.read(body.text()).ifPresent(json);
          return new Result.Done(Map.of());
        });
  }

  @Override
  public void close() {
    caller.close();
  }
}
