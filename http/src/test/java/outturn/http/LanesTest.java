package outturn.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.http.route.Route;
import outturn.store.database.Lane;
import outturn.store.identity.Role;

class LanesTest {
  private static final String WISH = "{\"workflow\":\"unknown\"}";
  private static final TestServer SERVER = TestServer.start(HttpSettings.Limits.USUAL.of(2, 2));
  private static final Client PROGRAM = SERVER.client(Role.OPERATOR);
  private static final Client BROWSER = SERVER.browser(Role.OPERATOR);

  @BeforeAll
  static void apply() {
    SERVER.apply("sample");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void aFullLaneAnswersComeAgainWhileTheOthersGoOn() throws IOException {
    try (var one = held(PROGRAM);
        var two = held(PROGRAM)) {
      awaitFull(Route.Lane.API);
      var refused = PROGRAM.get("/api/v1/me");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.code()).isEqualTo("overloaded");
      assertThat(refused.headers()).containsEntry("retry-after", "1");
      assertThat(refused.json().path("lane").asString()).isEqualTo("api");
      assertThat(BROWSER.get("/api/v1/me").status()).isEqualTo(200);
      assertThat(BROWSER.get("/charts.css").status()).isEqualTo(200);
      assertThat(SERVER.stranger().get("/health").status()).isEqualTo(200);
      assertThat(released(one)).startsWith("HTTP/1.1 404");
      assertThat(released(two)).startsWith("HTTP/1.1 404");
    }
    while (SERVER.lanes().inUse(Route.Lane.API) > 0) Thread.onSpinWait();
    assertThat(PROGRAM.get("/api/v1/me").status()).isEqualTo(200);
  }

  @Test
  void browsersFillTheLaneOfTheScreensOnly() throws IOException {
    try (var one = held(BROWSER);
        var two = held(BROWSER)) {
      awaitFull(Route.Lane.SCREENS);
      var refused = BROWSER.get("/api/v1/me");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.headers()).containsEntry("retry-after", "1");
      assertThat(refused.json().path("lane").asString()).isEqualTo("screens");
      assertThat(BROWSER.get("/charts.css").status()).isEqualTo(429);
      assertThat(PROGRAM.get("/api/v1/me").status()).isEqualTo(200);
      released(one);
      released(two);
    }
  }

  @Test
  void screensThatUseAllTheirConnectionsKeepNoProgramWaiting() throws SQLException {
    var pool = SERVER.database().dataSource(Lane.SCREENS);
    var taken = new ArrayDeque<Connection>();
    try {
      for (int i = 0; i < SERVER.connections(Lane.SCREENS); i++) taken.push(pool.getConnection());
      assertThat(BROWSER.get("/api/v1/runs").status()).isEqualTo(429);
      assertThat(PROGRAM.get("/api/v1/runs").status()).isEqualTo(200);
      var run = PROGRAM.start(Map.of("workflow", "greet"));
      assertThat(PROGRAM.await(run, "succeeded").path("state").asString()).isEqualTo("succeeded");
    } finally {
      for (var connection : taken) connection.close();
    }
  }

  /// A request that stays under way: the server waits for its body.
  private static Socket held(Client client) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.port());
    var lines =
        List.of(
            "POST /api/v1/runs HTTP/1.1",
            "Host: localhost",
            "Content-Length: " + WISH.length(),
            "Connection: close");
    var head = new StringBuilder(String.join("\r\n", lines));
    client.headers().forEach((name, value) -> head.append("\r\n%s: %s".formatted(name, value)));
    socket.getOutputStream().write(head.append("\r\n\r\n").toString().getBytes(UTF_8));
    socket.getOutputStream().flush();
    return socket;
  }

  /// The first line of the answer, once the body is there.
  private static String released(Socket socket) throws IOException {
    socket.getOutputStream().write(WISH.getBytes(UTF_8));
    socket.getOutputStream().flush();
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
  }

  private static void awaitFull(Route.Lane lane) {
    while (SERVER.lanes().inUse(lane) < SERVER.lanes().limit(lane)) Thread.onSpinWait();
  }
}
