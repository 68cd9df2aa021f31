package outturn.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import outturn.http.HttpSettings.Limits;
import outturn.store.identity.Role;

/// Clients that send or read as slowly as they can, in order to hold the server.
@Timeout(120)
class SlowClientsTest {
  /// Two requests at once on each lane, so that three slow ones would fill it.
  private static final TestServer SERVER =
      TestServer.start(
          new Limits(2, 2, 2, 2, Duration.ofSeconds(60), Duration.ofSeconds(1), hasty()));

  private static final int SLOW_ONES = 40;

  private final Deque<Socket> open = new ArrayDeque<>();

  private static Duration hasty() {
    return Duration.ofMillis(500);
  }

  @BeforeAll
  static void apply() {
    SERVER.apply("sample");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @AfterEach
  void hangUp() throws IOException {
    for (var socket : open) socket.close();
  }

  @Test
  void headsThatNeverEndKeepNobodyWaiting() throws IOException {
    for (int each = 0; each < SLOW_ONES; each++) say(connect(), "GET / HTTP/1.1\r\nHost: loc");
    othersAreServed();
  }

  @Test
  void formsOfStrangersThatNeverComeKeepNobodyWaiting() throws IOException {
    for (int each = 0; each < SLOW_ONES; each++) say(connect(), form(1_000) + "name=a");
    othersAreServed();
  }

  @Test
  void answersThatNobodyReadsKeepNobodyWaiting() throws IOException {
    var ask = "GET /api/v1/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
    for (int each = 0; each < SLOW_ONES; each++) say(connect(), ask.repeat(20));
    othersAreServed();
  }

  @Test
  void aBodyThatComesByTheByteIsRefused() throws Exception {
    var socket = connect();
    say(socket, form(10_000));
    // Byte after byte, until the server has had enough.
    while (socket.getInputStream().available() == 0) {
      say(socket, "n");
      Thread.sleep(10);
    }
    var answer = new String(socket.getInputStream().readNBytes(12), UTF_8);
    assertThat(answer).isEqualTo("HTTP/1.1 400");
  }

  @Test
  void aBodyOfSomebodyWithATokenIsHeldToTheSame() throws Exception {
    var head = new StringBuilder("POST /api/v1/runs HTTP/1.1\r\nHost: localhost\r\n");
    SERVER
        .client(Role.OPERATOR)
        .headers()
        .forEach((name, value) -> head.append("%s: %s\r\n".formatted(name, value)));
    var socket = connect();
    say(socket, head.append("Content-Length: 10000\r\n\r\n").toString());
    while (socket.getInputStream().available() == 0) {
      say(socket, " ");
      Thread.sleep(10);
    }
    var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
    assertThat(answer).startsWith("HTTP/1.1 400").contains("the body came too slowly");
  }

  private static void othersAreServed() {
    for (int each = 0; each < 20; each++) {
      assertThat(SERVER.stranger().get("/login").status()).isEqualTo(200);
      assertThat(SERVER.client(Role.OPERATOR).get("/api/v1/me").status()).isEqualTo(200);
    }
    var run = SERVER.client(Role.OPERATOR).start(Map.of("workflow", "greet"));
    SERVER.client(Role.OPERATOR).await(run, "succeeded");
  }

  private static String form(int length) {
    return String.join(
        "\r\n",
        "POST /login HTTP/1.1",
        "Host: localhost",
        "Sec-Fetch-Site: same-origin",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: " + length,
        "",
        "");
  }

  private Socket connect() throws IOException {
    var socket = new Socket();
    open.push(socket);
    // As little as can be waits between the server and who does not read.
    socket.setReceiveBufferSize(1_024);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), SERVER.port()));
    return socket;
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
  }
}
