package outturn.tasks.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.spi.Log;
import outturn.spi.TaskType.Result;
import outturn.spi.TaskType.Result.Done;
import outturn.spi.TaskType.Result.Failed;
import outturn.spi.TaskType.Result.Kind;
import outturn.tasks.Attempt;
import outturn.tasks.http.LoopbackServer;

/// Against a server that answers in the shapes that Microsoft documents: the token endpoint of the
/// identity platform v2.0, the usage reports of Graph v1.0, and the files that they redirect to.
@Timeout(60)
class UsageReportsTest {
  private static final String MAIL = "getEmailActivityCounts(period='D7')";
  private static final String CSV =
      """
      \uFEFFReport Refresh Date,Send,Receive,Read,Report Date,Report Period\r
      2026-11-20,310,1900,1500,2026-11-20,7\r
      """;
  private static final UsageReports.Limits LIMITS =
      new UsageReports.Limits(
          Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofMinutes(2), 1_000);

  @TempDir Path folder;
  private final LoopbackServer microsoft = new LoopbackServer();
  private final LoopbackServer files = new LoopbackServer();
  private final List<Duration> pauses = new ArrayList<>();
  private final List<Map<?, ?>> reports = new ArrayList<>();
  private final List<String> authorizations = new ArrayList<>();
  private final Map<String, String> form = new HashMap<>();
  private final UsageReports usage = new UsageReports(LIMITS, pauses::add);
  private final Deque<Answer> tokens = new ArrayDeque<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private String log = "";

  private record Answer(int status, String body, List<String> headers) {
    static Answer of(int status, String body, String... headers) {
      return new Answer(status, body, List.of(headers));
    }
  }

  @BeforeEach
  void serve() {
    microsoft.serve("/contoso.example/oauth2/v2.0/token", this::signIn);
    microsoft.serve("/v1.0/reports/", this::report);
    files.serve("/data/download/preauthenticated", this::file);
    tokens.add(
        Answer.of(
            200, "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"a-token\"}"));
    answers.add(Answer.of(302, "", "Location", fileAddress()));
  }

  @AfterEach
  void stop() {
    usage.close();
    microsoft.close();
    files.close();
  }

  private String fileAddress() {
    return "http://127.0.0.1:%d/data/download/preauthenticated".formatted(files.port());
  }

  private void signIn(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    for (var field : body.split("&", -1)) {
      var parts = List.of(field.split("=", 2));
      form.put(parts.getFirst(), URLDecoder.decode(parts.getLast(), UTF_8));
    }
    answer(exchange, tokens);
  }

  private void report(HttpExchange exchange) throws IOException {
    authorizations.add(
        exchange.getRequestURI().getPath().replace("/v1.0/reports/", "")
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization"));
    answer(exchange, answers);
  }

  private void file(HttpExchange exchange) throws IOException {
    authorizations.add("file " + exchange.getRequestHeaders().getFirst("Authorization"));
    answer(exchange, new ArrayDeque<>(List.of(Answer.of(200, CSV))));
  }

  /// The last answer is given again and again.
  private static void answer(HttpExchange exchange, Deque<Answer> answers) throws IOException {
    var answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    var headers = answer.headers();
    for (int i = 0; i < headers.size(); i += 2) {
      exchange.getResponseHeaders().add(headers.get(i), headers.get(i + 1));
    }
    var bytes = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Result ask(String... calls) throws InterruptedException {
    var host = "http://localhost:%d".formatted(microsoft.port());
    Map<String, Object> settings =
        Map.of(
            "tenant",
            "contoso.example",
            "client",
            "an-application",
            "secret",
            "s3cret&more",
            "login",
            host,
            "service",
            host,
            "calls",
            List.of(calls));
    var attempt = new Attempt(folder, "graph", settings, Map.of());
    var result = usage.ask(attempt.request, report -> reports.add((Map<?, ?>) report));
    log = attempt.log.text(Log.Stream.NOTE);
    return result;
  }

  private void fails(Kind kind, String... why) throws InterruptedException {
    assertThat(ask(MAIL))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(kind);
              assertThat(failed.message()).contains(why).doesNotContain("s3cret", "a-token");
            });
    assertThat(reports).isEmpty();
  }

  private void onlyAnswer(int status, String body, String... headers) {
    answers.clear();
    answers.add(Answer.of(status, body, headers));
  }

  @Test
  void anApplicationSignsInAndReadsReportsFromWhereTheyAre() throws Exception {
    var teams = "getTeamsUserActivityCounts(period='D30')";

    assertThat(ask(MAIL, teams)).isEqualTo(new Done(Map.of()));

    assertThat(form)
        .containsEntry("grant_type", "client_credentials")
        .containsEntry("client_id", "an-application")
        .containsEntry("client_secret", "s3cret&more")
        .containsEntry("scope", "http://localhost:%d/.default".formatted(microsoft.port()));
    assertThat(reports)
        .isEqualTo(List.of(Map.of("call", MAIL, "text", CSV), Map.of("call", teams, "text", CSV)));
  }

  @Test
  void theTokenIsNotSentToTheFilesHostAndTheLogHasNothingSecret() throws Exception {
    ask(MAIL);

    assertThat(authorizations).containsExactly(MAIL + " Bearer a-token", "file null");
    assertThat(log)
        .contains("sign in: 200", MAIL + ": 302", MAIL + ", its file: 200")
        .doesNotContain("a-token", "s3cret", "preauthenticated");
  }

  @Test
  void throttlingIsWaitedOutAsLongAsIsAsked() throws Exception {
    answers.addFirst(Answer.of(503, ""));
    answers.addFirst(
        Answer.of(429, "{\"error\":{\"code\":\"TooManyRequests\"}}", "Retry-After", "7"));

    assertThat(ask(MAIL)).isEqualTo(new Done(Map.of()));
    assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(10));
    assertThat(reports).hasSize(1);
  }

  @Test
  void nobodyWaitsForEver() throws Exception {
    onlyAnswer(429, "", "Retry-After", "50");

    fails(Kind.ANSWER, MAIL, "status 429; Microsoft asks to wait 50 s, and 120 s is the most");
    assertThat(pauses).hasSize(2);
  }

  @Test
  void aMissingPermissionIsNamed() throws Exception {
    onlyAnswer(
        403, "{\"error\":{\"code\":\"S2SUnauthorized\",\"message\":\"Invalid permission.\"}}");

    fails(
        Kind.ANSWER,
        MAIL,
        "grant the application the permission Reports.Read.All",
        "S2SUnauthorized: Invalid permission.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | AADSTS7000222: The provided client secret keys are expired. | its secret has expired; make a new one",
        "401 | AADSTS7000215: Invalid client secret provided.              | the secret is not right",
        "400 | AADSTS700016: Application was not found in the directory.   | look at `client`",
        "400 | AADSTS90002: Tenant not found.                              | look at `tenant`",
        "400 | AADSTS70011: The scope is not valid.                        | status 400; expected a token"
      })
  void aRefusedSignInSaysWhatToDo(int status, String told, String why) throws Exception {
    tokens.clear();
    tokens.add(
        Answer.of(
            status,
            "{\"error\":\"invalid_client\",\"error_description\":\"%s\\r\\nTrace ID: 1\"}"
                .formatted(told)));

    fails(Kind.ANSWER, "application 'an-application'", why, told);
  }

  @Test
  void otherAnswersFailWithWhatTheySay() throws Exception {
    onlyAnswer(401, "");
    fails(Kind.ANSWER, "status 401, the token is not accepted");
    onlyAnswer(404, "");
    fails(Kind.ANSWER, "no such report");
    onlyAnswer(500, "out of order");
    fails(Kind.ANSWER, "status 500; expected a redirect to a file\nout of order");
    onlyAnswer(302, "");
    fails(Kind.ANSWER, "status 302 without an https address of the file");
    onlyAnswer(302, "", "Location", "ftp://127.0.0.1/x");
    fails(Kind.ANSWER, "without an https address");
    onlyAnswer(302, "", "Location", "/v1.0/reports/again");
    fails(Kind.ANSWER, "status 302; expected");
    onlyAnswer(200, "x".repeat(1_001));
    fails(Kind.ANSWER, "the answer is larger than 1,000 bytes");
  }

  @Test
  void aServiceThatIsNotThereFails() throws Exception {
    microsoft.stop();
    fails(Kind.CONNECTION, "sign in: ", "ConnectException");
  }

  @Test
  void whoAsksForNothingIsNotSignedIn() throws Exception {
    assertThat(ask()).isEqualTo(new Done(Map.of()));
    assertThat(form).isEmpty();
  }
}
