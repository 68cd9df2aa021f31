package outturn.http;

import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.sse.SseSink;
import outturn.http.json.Json;
import outturn.http.route.Answer;

/// Server-sent events on an open connection.
final class EventOutlet implements Answer.Outlet {
  private final SseSink sink;

  EventOutlet(SseSink sink) {
    this.sink = sink;
  }

  @Override
  public void event(String name, Object data) {
    sink.emit(SseEvent.builder().name(name).data(Json.text(data)).build());
  }

  @Override
  public void heartbeat() {
    sink.emit(SseEvent.builder().comment("still here").build());
  }
}
