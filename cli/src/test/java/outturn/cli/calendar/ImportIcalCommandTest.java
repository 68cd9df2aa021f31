package outturn.cli.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.Shell;

class ImportIcalCommandTest {
  private @TempDir Path folder;
  private Shell shell;
  private HttpServer server;
  private byte[] published = new byte[0];

  @BeforeEach
  void open() throws IOException {
    shell = new Shell().in(folder);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/closed.ics",
        exchange -> {
          exchange.sendResponseHeaders(200, published.length);
          exchange.getResponseBody().write(published);
          exchange.close();
        });
    server.createContext(
        "/moved.ics",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/closed.ics");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private String url(String path) {
    return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), path);
  }

  /// Days of 2026 as `MMDD name`.
  private void publish(String... days) {
    published =
        Stream.of(days)
            .map(day ->
                "BEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:2026%s\r\nSUMMARY:%s\r\nEND:VEVENT\r\n"
                    .formatted(day.substring(0, 4), day.substring(0, 4), day.substring(5)))
            .collect(
                Collectors.joining(
                    "", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n", "END:VCALENDAR\r\n"))
            .getBytes(UTF_8);
  }

  private Shell.Result refresh(String path) {
    return shell.run("import", "ical", url(path), "data/closed.ics");
  }

  @Test
  void theFirstTimeTheFileIsWrittenAndItsDaysAreTold() throws IOException {
    publish("1224 Christmas Eve", "1231 Stocktaking");
    var result = refresh("moved.ics");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            written to data/closed.ics; days off from last year on: 2
              + 2026-12-24 Christmas Eve
              + 2026-12-31 Stocktaking
            """);
    assertThat(Files.readAllBytes(folder.resolve("data/closed.ics"))).isEqualTo(published);
  }

  @Test
  void daysThatCameAndWentAreToldAndTheSameFileIsLeftAlone() {
    publish("1224 Christmas Eve", "1231 Stocktaking");
    refresh("closed.ics");
    assertThat(refresh("closed.ics").out()).isEqualTo("data/closed.ics is up to date\n");

    publish("1224 Christmas Eve", "1230 Stocktaking");
    assertThat(refresh("closed.ics").out())
        .contains("  + 2026-12-30 Stocktaking\n", "  - 2026-12-31 Stocktaking\n")
        .doesNotContain("12-24");
  }

  @Test
  void whatCannotBeReadReplacesNothing() throws IOException {
    publish("1224 Christmas Eve");
    refresh("closed.ics");
    var before = Files.readAllBytes(folder.resolve("data/closed.ics"));
    published = "<html>Sign in</html>".getBytes(UTF_8);

    var result = refresh("closed.ics");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("is no iCalendar file", "nothing was written");
    assertThat(folder.resolve("data/closed.ics")).hasBinaryContent(before);
    try (var files = Files.list(folder.resolve("data"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void anAddressWithoutACalendarIsSaidSo() {
    assertThat(refresh("nothing.ics").err()).contains("nothing.ics answers 404");
    var wrong = shell.run("import", "ical", "closed.ics", "data/closed.ics");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("'closed.ics' is no address of a calendar", "https://");
    assertThat(folder.resolve("data")).doesNotExist();
  }
}
