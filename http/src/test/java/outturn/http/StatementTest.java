package outturn.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import outturn.store.identity.Role;

/// Waits of 10 days a month fall to 6 when the desk changes.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StatementTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client VIEWER = SERVER.client(Role.VIEWER);
  private static final Client OWNER = SERVER.client(Role.OWNER);
  private static final String STATEMENT = "/outcomes/shorter-waits/statement";
  private static final String EVIDENCE = "/api/v1/outcomes/shorter-waits/evidence";
  private static final String PROJECT =
      """
      {kind: project, name: library}
      ---
      {kind: channel, name: board, mail: {folder: board, from: outturn@example.org, to: [ann@example.org, bo@example.org]}}
      ---
      {kind: channel, name: room, slack: {url: "https://hooks.example.org/T1"}}
      ---
      {kind: group, name: desk, is: business, members: [owner-user]}
      ---
      {kind: change, name: new-desk, date: 2024-01-01, type: go-live, affects: waits}
      ---
      {kind: measure, name: waits, title: days of waiting, type: duration, unit: days, better: lower, cadence: monthly, owner: desk}
      ---
      kind: outcome
      name: shorter-waits
      title: "Readers wait less <script>alert('ü')</script>"
      owner: desk
      statement: {who: readers, what: wait for a book fewer days, soThat: they come again}
      measures: [{measure: waits, baseline: {from: 2021-01-01, to: 2023-12-31}}]
      levers:
        - {name: second-desk, element: process, change: new-desk, moves: waits, effect: {worst: -1, likely: -3, best: -5}, because: a trial}
      analysis: {intervention: new-desk, design: interrupted-time-series, review: 2025-01-31}
      """;

  @BeforeAll
  static void apply() {
    var text = Base64.getEncoder().encodeToString(PROJECT.getBytes(UTF_8));
    SERVER.apply("library", Map.of("outturn.yaml", text));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  @Order(1)
  void withoutValuesAStatementSaysWhyItTellsNothing() {
    var page = VIEWER.get(STATEMENT);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.type()).isEqualTo("text/html");
    assertThat(page.body())
        .contains("What the work did is not known", "not signed yet", "lang=\"en\"")
        .contains("Readers wait less &lt;script&gt;alert(")
        .doesNotContain("<script", "style=\"");
    assertThat(VIEWER.get(STATEMENT + ".pdf").body()).startsWith("%PDF-");
  }

  @Test
  @Order(2)
  void theReviewThatIsKeptIsToldWithItsSignatures() {
    observe();
    SERVER.demonstrating().step();
    var hash = VIEWER.get(EVIDENCE).json().path("items").path(0).path("hash").asString();
    OWNER.post("/api/v1/outcomes/shorter-waits/sign", Map.of("as", "owner", "hash", hash));

    SERVER.services().effect().steering().board().portfolio().step();
    var evidence = VIEWER.get("/api/v1/portfolio").json().path("items").path(0).path("evidence");
    var words = evidence.path("words").asString();
    assertThat(words).contains("(level ", "signed by owner only");
    assertThat(VIEWER.get("/portfolio").body()).contains(">" + words + "</a>");
    assertThat(VIEWER.get("/api/v1/report").body()).contains("| %s |".formatted(words));

    assertThat(VIEWER.get(STATEMENT).body())
        .contains("Days of waiting fell by", "<svg", "<summary>", hash)
        .contains("outturn outcome impact shorter-waits --kept 1")
        .containsPattern("Owner</b>\\s*<span>owner-user, \\d+ \\w+ \\d{4}</span>")
        .contains("Process</b>", "the plan has no lever of people");
    assertThat(VIEWER.get(STATEMENT + "?asOf=2024-06-30T00:00:00Z").body())
        .contains("--as-of 2024-06-30T00:00:00Z");
    var json = VIEWER.get("/api/v1" + STATEMENT).json();
    assertThat(json.path("text").asString())
        .contains("\nResult\n  Days of waiting fell by", "Owner: owner-user, ");
    assertThat(json.path("sections").valueStream().map(each -> each.path("part").asString()))
        .startsWith("outcome", "beneficiary", "result")
        .endsWith("signatures");
  }

  @Test
  @Order(3)
  void aCorrectedValueTakesTheSignatureFromWhatIsTold() {
    observe("2024-05-01", 8);
    assertThat(VIEWER.get(STATEMENT).body())
        .contains("Values have been corrected since it was kept.")
        .contains("; signed before values were corrected");
  }

  @Test
  @Order(4)
  void filesAreMadeForBrowsersAndMail() {
    var pdf = VIEWER.get(STATEMENT + ".pdf");
    assertThat(pdf.type()).isEqualTo("application/pdf");
    assertThat(pdf.headers().get("content-disposition"))
        .matches("inline; filename=\"shorter-waits-\\d{4}-\\d\\d-\\d\\d.pdf\"");
    assertThat(pdf.body()).startsWith("%PDF-").contains("%%EOF");
    var png = VIEWER.get(STATEMENT + ".png");
    assertThat(png.type()).isEqualTo("image/png");
    assertThat(png.body()).contains("PNG", "IEND");
  }

  @Test
  @Order(5)
  void whoeverAsksHasTheStatementMailed() {
    var send = "/api/v1/outcomes/shorter-waits/send";
    assertThat(OWNER.post(send, Map.of()).detail())
        .contains("names no channel", "write mail: CHANNEL under its analysis:");
    assertThat(OWNER.post(send, Map.of("channel", "bord")).detail())
        .contains("there is no channel 'bord'", "did you mean 'board'?");
    assertThat(OWNER.post(send, Map.of("channel", "room")).detail())
        .contains("'room' is not one of mail", "there are: board");
    assertThat(OWNER.post("/api/v1/outcomes/shorter-wait/send", Map.of()).code())
        .isEqualTo("not-found");

    var wanted = OWNER.post(send, Map.of("channel", "board")).json();
    assertThat(wanted.path("version").asInt()).isEqualTo(1);
    assertThat(wanted.path("to").path(1).asString()).isEqualTo("bo@example.org");
    var letters = VIEWER.get("/api/v1" + STATEMENT).json().path("letters");
    assertThat(letters.size()).isEqualTo(1);
    assertThat(letters.path(0).path("occasion").asString()).isEqualTo("asked");
    assertThat(letters.path(0).path("state").asString()).isEqualTo("waiting");
    assertThat(letters.path(0).path("by").asString()).isEqualTo("owner-user");
  }

  @Test
  @Order(6)
  void wrongNamesAndParametersAreToldAsProblems() {
    var unknown = VIEWER.get("/outcomes/shorter-wait/statement.pdf");
    assertThat(unknown.code()).isEqualTo("not-found");
    assertThat(unknown.detail()).contains("no outcome 'shorter-wait'", "shorter-waits");
    assertThat(VIEWER.get("/api/v1/outcomes/shorter-wait/statement").detail())
        .contains("no outcome 'shorter-wait'", "shorter-waits");
    assertThat(VIEWER.get(STATEMENT + "?asOf=yesterday").detail()).contains("a time such as");
    assertThat(VIEWER.get(STATEMENT + ".png?width=3").code()).isEqualTo("bad-request");
  }

  private static void observe() {
    var values = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < 50; i++) {
      double level = i < 36 ? 10 : 6;
      values.add(value(LocalDate.of(2021, 1, 1).plusMonths(i), level + .4 * Math.sin(9.7 * i * i)));
    }
    send(values);
  }

  private static void observe(String period, double value) {
    send(List.of(value(LocalDate.parse(period), value)));
  }

  private static Map<String, Object> value(LocalDate period, double value) {
    return Map.of("period", period.toString(), "value", value);
  }

  private static void send(List<Map<String, Object>> values) {
    var answer =
        SERVER
            .client(Role.OPERATOR)
            .post("/api/v1/measures/waits/observations", Map.of("observations", values));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }
}
