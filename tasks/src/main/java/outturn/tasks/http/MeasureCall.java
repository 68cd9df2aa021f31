package outturn.tasks.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import outturn.spi.Request;
import outturn.spi.TaskType.Result;
import outturn.tasks.output.Json;
import outturn.tasks.setting.Settings;

/// Asks a web service for the values of a measure: a GET under the rules of [HttpTask], whose
/// answer is JSON.
public final class MeasureCall implements AutoCloseable {
  /// An answer of many periods is larger than that of a task.
  public static final HttpTask.Limits USUAL =
      new HttpTask.Limits(Duration.ofSeconds(10), Duration.ofMinutes(5), 16 << 20, Reach.USUAL);

  private final Caller caller;

  public MeasureCall(HttpTask.Limits limits) {
    this.caller = new Caller(limits);
  }

  /// Asks with the settings `url`, `headers` and `params`, which are added to the address.
  ///
  /// @param json gets the answer as plain values, once, if it came
  /// @return done without outputs, or why it failed
  public Result ask(Request request, Consumer<Object> json) throws InterruptedException {
    var settings = new HashMap<>(request.settings());
    var given = new Settings(request.settings());
    settings.put("url", address(given));
    settings.keySet().retainAll(Set.of("url", "headers"));
    var call = Call.of(new Settings(settings));
    return caller.made(
        call,
        request,
        (_, body) -> {
          Optional<Object> value = Json.read(body.text());
          if (value.isEmpty()) {
            return Caller.failed(
                Result.Kind.ANSWER, call, "the answer is not JSON" + Caller.start(body));
          }
          json.accept(value.get());
          return new Result.Done(Map.of());
        });
  }

  private static String address(Settings settings) {
    var url = settings.text("url");
    var parameters =
        new TreeMap<>(settings.map("params"))
            .entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(String.valueOf(each.getValue())))
                .collect(Collectors.joining("&"));
    return url + (url.contains("?") ? "&" : "?") + parameters;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @Override
  public void close() {
    caller.close();
  }
}
