package outturn.tasks.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import outturn.spi.Log;
import outturn.spi.Request;
import outturn.spi.TaskType.Result;

/// Makes calls under the same rules, whoever wants their answers.
///
/// A redirect is followed to the same host and port, or from http to https there; a redirect to
/// anywhere else fails, since headers may hold secrets and addresses may be restricted.
final class Caller implements AutoCloseable {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MOST_REDIRECTS = 5;
  private static final int SHOWN = 500;

  /// The caller's interrupt at the attempt's timeout must come first.
  private static final Duration AFTER_TIMEOUT = Duration.ofSeconds(5);

  private final HttpTask.Limits limits;
  private final HttpClient client;

  Caller(HttpTask.Limits limits) {
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            // Without TLS, HTTP/2 begins with an upgrade that some servers choke on.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(limits.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /// What is made of an answer that has the expected status and is whole.
  interface Taker {
    Result take(int status, Body body);
  }

  Result made(Call first, Request request, Taker taker) throws InterruptedException {
    var call = first;
    var within = request.timeout().map(AFTER_TIMEOUT::plus).orElse(limits.answer());
    for (var redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      var refusal = limits.reach().refusal(call.address().getHost());
      if (refusal.isPresent()) return failed(Result.Kind.START, call, refusal.get());
      HttpResponse<Body> answer;
      try {
        answer = client.send(call.request(within), Body.upTo(limits.bytes()));
      } catch (IOException e) {
        return failed(Result.Kind.CONNECTION, call, reason(e));
      }
      note(call, answer, request.log());
      var redirect = redirect(call, answer);
      if (redirect.isEmpty()) return judge(call, answer, taker);
      if (!call.mayFollow(redirect.get())) {
        return failed(
            Result.Kind.ANSWER,
            call,
            "it redirects to %s, another host, which is not followed; if that is meant, write its address"
                .formatted(Call.shown(redirect.get())));
      }
      call = call.redirected(answer.statusCode(), redirect.get());
    }
    return failed(Result.Kind.ANSWER, call, "more than %d redirects".formatted(MOST_REDIRECTS));
  }

  private Result judge(Call call, HttpResponse<Body> answer, Taker taker) {
    var status = answer.statusCode();
    var body = answer.body();
    if (!call.expects(status)) {
      return failed(
          Result.Kind.ANSWER,
          call,
          "status %d; expected %s%s".formatted(status, call.expected(), start(body)));
    }
    return switch (body.size()) {
      case CUT ->
          failed(
              Result.Kind.ANSWER,
              call,
              "the answer is larger than %d bytes".formatted(limits.bytes()));
      case WHOLE -> taker.take(status, body);
    };
  }

  private static Optional<URI> redirect(Call call, HttpResponse<Body> answer) {
    if (!REDIRECTS.contains(answer.statusCode())
        || call.expect().contains((long) answer.statusCode())) {
      return Optional.empty();
    }
    try {
      return answer.headers().firstValue("Location").map(to -> call.address().resolve(to));
    } catch (IllegalArgumentException _) {
      // Not an address; the status is judged as it is.
      return Optional.empty();
    }
  }

  private static void note(Call call, HttpResponse<Body> answer, Log log) {
    log.line(
        Log.Stream.NOTE,
        "%s %s: %d, %d bytes"
            .formatted(
                call.method(),
                Call.shown(call.address()),
                answer.statusCode(),
                answer.body().length()));
  }

  /// How a body begins, for a message.
  static String start(Body body) {
    var text = body.text().strip();
    if (text.isEmpty()) return ", with an empty body";
    return ":\n" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
  }

  private static String reason(IOException e) {
    var message = e.getMessage();
    var name = e.getClass().getSimpleName();
    return message == null ? "no connection (%s)".formatted(name) : message + " (" + name + ")";
  }

  static Result failed(Result.Kind kind, Call call, String problem) {
    return Result.Failed.of(
        kind, "%s %s: %s".formatted(call.method(), Call.shown(call.address()), problem));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
