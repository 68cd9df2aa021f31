package outturn.server.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CallsTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final Api API = SERVER.api();
  private static final List<String> HEARD = new CopyOnWriteArrayList<>();
  private static final String PROJECT =
      """
      kind: connection
      name: letters-db
      url: %s
      user: %s
      password: ${secrets.letters_password}
      ---
      kind: workflow
      name: print
      inputs: {printer: {}, path: {}}
      tasks:
        send:
          http:
            url: ${inputs.printer}/${inputs.path}
            method: POST
            body: {pages: [1, 2], day: "${businessDate}"}
            expect: [201]
          outputs: {job: int, queue: string}
        tell:
          needs: [send]
          when: ${tasks.send.outputs.job > 10}
          run: [echo, "job ${tasks.send.outputs.job} is in ${tasks.send.outputs.queue}"]
      ---
      kind: workflow
      name: count-letters
      inputs: {branches: {type: "list<string>", default: [north, south]}}
      tasks:
        make:
          sql:
            connection: letters-db
            statement: |
              create table if not exists letter (branch text, day date);
              delete from letter;
              insert into letter select unnest(array['north', 'north', 'south', 'east']), :day::date
            params: {day: "${businessDate}"}
        count:
          needs: [make]
          sql:
            connection: letters-db
            statement: select count(*) as letters, max(branch) as last from letter where branch in (:branches)
            params: {branches: "${inputs.branches}"}
          outputs: {letters: int, last: string}
        many:
          needs: [count]
          when: ${tasks.count.outputs.letters > 2}
          run: [echo, "${tasks.count.outputs.letters} letters, the last to ${tasks.count.outputs.last}"]
        few:
          needs: [count]
          when: ${tasks.count.outputs.letters <= 2}
      ---
      kind: workflow
      name: bad-statement
      tasks: {ask: {sql: {connection: letters-db, statement: "select nothing from nowhere"}}}
      """;
  private static final HttpServer PRINTER = printer();

  private static HttpServer printer() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      answer(server, "/jobs", 201, "{\"job\": 17, \"queue\": \"fast\"}");
      answer(server, "/broken", 500, "no paper");
      server.start();
      return server;
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private static void answer(HttpServer server, String path, int status, String body) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            var heard = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            HEARD.add("%s %s %s".formatted(exchange.getRequestMethod(), path, heard));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
          }
        });
  }

  @BeforeAll
  static void apply() {
    var database = SERVER.running().server().ownDatabase("letters", "p4ssOfLetters");
    API.secret("letters-password", database.password());
    API.apply("calls", PROJECT.formatted(database.jdbcUrl(), database.user()));
  }

  @AfterAll
  static void stop() {
    PRINTER.stop(0);
  }

  @Test
  void anAnswerOverHttpIsUsedByTheNextTask() {
    var run = API.start("print", printing("jobs"));

    assertThat(API.ended(run).path("state").asString()).isEqualTo("succeeded");
    var date = API.run(run).path("businessDate").asString();
    assertThat(HEARD)
        .anySatisfy(each ->
            assertThat(each)
                .startsWith("POST /jobs ")
                .contains("\"pages\":[1,2]")
                .contains("\"day\":\"%s\"".formatted(date)));
    assertThat(SERVER.says("logs", run, "tell", "--raw").out()).isEqualTo("job 17 is in fast\n");
  }

  @Test
  void anAnswerThatWasNotExpectedFailsTheTaskAndIsTold() {
    var run = API.start("print", printing("broken"));

    var ended = API.ended(run);
    assertThat(ended.path("state").asString()).isEqualTo("failed");
    assertThat(Api.task(ended, "send").at("/attempts/0/failure/kind").asString())
        .isEqualTo("answer");
    assertThat(SERVER.says("show", run).out()).contains("send failed:").contains("500");
    assertThat(Api.task(ended, "tell").path("state").asString()).isEqualTo("skipped");
  }

  private static Map<String, Object> printing(String path) {
    var address = "http://127.0.0.1:" + PRINTER.getAddress().getPort();
    return Map.of("printer", address, "path", path);
  }

  @Test
  void aResultOfSqlDecidesWhatRunsNext() {
    var run = API.start("count-letters");

    var ended = API.ended(run);
    assertThat(ended.path("state").asString()).isEqualTo("succeeded");
    assertThat(Api.task(ended, "count").at("/attempts/0/outputs/letters").intValue()).isEqualTo(3);
    assertThat(Api.task(ended, "few").path("state").asString()).isEqualTo("skipped");
    assertThat(SERVER.says("logs", run, "many", "--raw").out())
        .isEqualTo("3 letters, the last to south\n");
  }

  @Test
  void whatTheDatabaseRefusesIsToldWithoutThePassword() {
    var run = API.start("bad-statement");

    assertThat(API.ended(run).path("state").asString()).isEqualTo("failed");
    assertThat(SERVER.says("show", run).out())
        .contains("ask failed:")
        .contains("nowhere")
        .doesNotContain("p4ssOfLetters");
  }
}
