package outturn.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;

/// Refuses what the web library could not read as a request.
final class Unreadable implements DirectHandler {
  private final SecurityHeaders security;

  Unreadable(SecurityHeaders security) {
    this.security = security;
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    var code = type == EventType.PAYLOAD_TOO_LARGE ? Code.TOO_LARGE : Code.BAD_REQUEST;
    security.all().forEach((name, value) -> headers.set(HeaderNames.create(name), value));
    return TransportResponse.builder()
        .status(Status.create(code.status()))
        .headers(headers)
        .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
        .entity(Problem.of(code, message).json())
        .keepAlive(false)
        .build();
  }
}
