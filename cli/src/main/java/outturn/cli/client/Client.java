package outturn.cli.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Speaks to the HTTP API. Whatever goes wrong becomes a [CommandFailed] here and nowhere else.
public final class Client implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final Duration FILE = Duration.ofDays(1);
  private static final int FIRST_ERROR = 400;

  private final Connection connection;
  private final HttpClient http;

  public Client(Connection connection) {
    this.connection = connection;
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER);
    if ("http".equals(connection.url().getScheme())) builder.sslContext(trustingNobody());
    this.http = builder.build();
  }

  /// The client wants a TLS context even where it is not used, and the usual one reads all
  /// certificates of the JDK: a quarter of the time of a short command.
  private static SSLContext trustingNobody() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[0], null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has TLS", impossible);
    }
  }

  /// The JSON that the server answers; a missing node when it answers nothing.
  public JsonNode send(Request request) {
    var answer = text(request);
    if (answer.isEmpty()) return MissingNode.getInstance();
    return Json.read(answer)
        .orElseThrow(() -> Refusals.notOurs(connection, "something that is not JSON"));
  }

  /// The same for an answer that is not JSON.
  public String text(Request request) {
    var response = sent(http(request, ANSWER), BodyHandlers.ofString(UTF_8));
    if (response.statusCode() < FIRST_ERROR && response.statusCode() >= 200) {
      if (response.statusCode() < 300) return response.body();
      throw Refusals.notOurs(connection, "a redirect");
    }
    throw Refusals.of(response.statusCode(), response.headers(), response.body(), connection);
  }

  /// Writes an answer of any size into a file that is there.
  public void download(Request request, Path file) throws IOException {
    var response = sent(http(request, FILE), BodyHandlers.ofInputStream());
    try (var body = response.body();
        var out = Files.newOutputStream(file)) {
      if (response.statusCode() != 200) {
        throw Refusals.of(
            response.statusCode(),
            response.headers(),
            new String(body.readAllBytes(), UTF_8),
            connection);
      }
      body.transferTo(out);
    }
  }

  private <T> HttpResponse<T> sent(HttpRequest request, BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (HttpTimeoutException late) {
      throw new CommandFailed(
          ExitCode.UNREACHABLE,
          "the server at %s does not answer".formatted(connection.url()),
          "named by " + connection.origin());
    } catch (IOException absent) {
      throw Refusals.unreachable(connection, absent);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandFailed(ExitCode.REFUSED, "interrupted");
    }
  }

  private HttpRequest http(Request request, Duration patience) {
    var body =
        request.body().isEmpty()
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(request.body(), UTF_8);
    var built =
        HttpRequest.newBuilder(connection.resolve(request.target()))
            .timeout(patience)
            .header("Authorization", "Bearer " + connection.token())
            .method(request.method(), body);
    request.headers().forEach(built::header);
    return built.build();
  }

  /// The server that it speaks to.
  public Connection connection() {
    return connection;
  }

  /// A path of the server as a whole address.
  public String address(String path) {
    return connection.resolve(path).toString();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
