package outturn.http.outcome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.outcome.terms.Sha256;
import outturn.runtime.impact.Demonstrating;
import outturn.store.identity.Role;

/// Waits of 10 days a month fall to 6 when the desk changes.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImpactTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client VIEWER = SERVER.client(Role.VIEWER);
  private static final Client EDITOR = SERVER.client(Role.EDITOR);
  private static final Client OWNER = SERVER.client(Role.OWNER);
  private static final String PATH = "/api/v1/outcomes/shorter-waits";
  private static final String PROJECT =
      """
      {kind: project, name: library}
      ---
      {kind: group, name: desk, is: business, members: [owner-user]}
      ---
      {kind: change, name: new-desk, date: 2024-01-01, type: go-live, affects: waits}
      ---
      {kind: measure, name: waits, title: days of waiting, type: duration, unit: days, better: lower, cadence: monthly, owner: desk}
      ---
      kind: outcome
      name: shorter-waits
      title: readers wait less
      owner: desk
      statement: {who: readers, what: wait for a book fewer days, soThat: they come again}
      measures: [{measure: waits, baseline: {from: 2021-01-01, to: 2023-12-31}}]
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
  void withoutValuesNothingCanBeSaidAndNothingIsKeptOrSigned() {
    var measure = VIEWER.get(PATH + "/impact").json().path("measures").path(0);

    assertThat(measure.path("finding").isNull()).isTrue();
    assertThat(measure.path("refusal").path("text").asString())
        .contains("wait until the measure is collected");
    demonstrating().step();
    assertThat(VIEWER.get(PATH + "/evidence").json().path("items")).isEmpty();
    assertThat(sign(OWNER, "owner", "0123456789ab").detail()).contains("on its review date");
    assertThat(correct("they were wrong").detail()).contains("is on 2025-01-31");
  }

  @Test
  @Order(2)
  void aReviewWaitsForItsLastPeriod() {
    observe(LocalDate.of(2021, 1, 1), 47);

    demonstrating().step();

    assertThat(VIEWER.get(PATH + "/evidence").json().path("items")).isEmpty();
  }

  @Test
  @Order(3)
  void onItsReviewDateTheAnalysisIsKept() {
    observe(LocalDate.of(2024, 12, 1), 2);
    demonstrating().step();
    demonstrating().step();

    var items = VIEWER.get(PATH + "/evidence").json().path("items");
    assertThat(items).hasSize(1);
    assertThat(items.path(0).path("badge").asString()).isEqualTo("exploratory");
    assertThat(items.path(0).path("review").asString()).isEqualTo("2025-01-31");
    assertThat(items.path(0).path("signatures")).isEmpty();
    var body = VIEWER.get(PATH + "/evidence/1");
    assertThat(Sha256.of(body.body())).isEqualTo(items.path(0).path("hash").asString());
    var finding = body.json().path("measures").path(0).path("finding");
    assertThat(finding.path("kind").asString()).isEqualTo("final");
    assertThat(finding.path("effect").path("estimate").asDouble()).isBetween(-5.0, -3.0);
    assertThat(finding.path("sentence").asString()).startsWith("Days of waiting fell by");
    assertThat(finding.path("snapshot").asString()).contains("measure waits 2024-12-01");
    assertThat(VIEWER.get(PATH + "/evidence/2").detail()).contains("it has 1");
    assertThat(VIEWER.get(PATH + "/impact").json().path("measures").path(0).path("finding"))
        .isEqualTo(finding);
  }

  @Test
  @Order(4)
  void ownerAndAnalystSignWhatTheyHaveRead() {
    var hash = VIEWER.get(PATH + "/evidence").json().path("items").path(0).path("hash").asString();

    assertThat(sign(VIEWER, "owner", hash).code()).isEqualTo("forbidden");
    assertThat(sign(OWNER, "boss", hash).detail()).contains("owner or analyst, not 'boss'");
    assertThat(sign(OWNER, "owner", "abc").code()).isEqualTo("invalid-input");
    assertThat(sign(OWNER, "owner", "0".repeat(64)).detail()).contains("read it again");
    assertThat(sign(EDITOR, "owner", hash).detail())
        .contains("editor-user is not the owner of outcome 'shorter-waits', who is desk");

    assertThat(sign(OWNER, "owner", hash.substring(0, 12)).json().path("who").asString())
        .isEqualTo("owner-user");
    assertThat(sign(OWNER, "owner", hash).detail()).contains("has signed as owner already");
    assertThat(sign(OWNER, "analyst", hash).detail()).contains("are two people");
    assertThat(sign(EDITOR, "analyst", hash).json().path("as").asString()).isEqualTo("analyst");
    assertThat(SERVER.acts())
        .contains("owner-user: outcome sign shorter-waits", "server: outcome impact shorter-waits");
    assertThat(VIEWER.get(PATH + "/evidence").json().path("items").path(0).path("signatures"))
        .hasSize(2);
  }

  @Test
  @Order(5)
  void aCorrectionIsANewVersionThatNobodyHasSigned() {
    assertThat(correct(" ").code()).isEqualTo("invalid-input");
    assertThat(correct("nothing changed").json().path("items")).hasSize(1);

    observe(LocalDate.of(2024, 12, 1), 1);
    var items = correct("December was sent again").json().path("items");

    assertThat(items).hasSize(2);
    assertThat(items.path(0).path("version").asInt()).isEqualTo(2);
    assertThat(items.path(0).path("reason").asString()).isEqualTo("December was sent again");
    assertThat(items.path(0).path("signatures")).isEmpty();
    assertThat(items.path(1).path("signatures")).hasSize(2);
    assertThat(VIEWER.get("/api/v1/outcomes/none/evidence").code()).isEqualTo("not-found");
  }

  private static Demonstrating demonstrating() {
    return SERVER.demonstrating();
  }

  private static Client.Answer sign(Client client, String as, String hash) {
    return client.post(PATH + "/sign", Map.of("as", as, "hash", hash));
  }

  private static Client.Answer correct(String reason) {
    return OWNER.post(PATH + "/evidence", Map.of("reason", reason));
  }

  /// So many months from one on; the noise of a month is always the same, that of a second time
  /// another.
  private static void observe(LocalDate first, int months) {
    var values = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < months; i++) {
      var month = first.plusMonths(i);
      var noise =
          RandomGeneratorFactory.of("L64X128MixRandom")
              .create(month.toEpochDay() + months)
              .nextGaussian();
      double level = month.isBefore(LocalDate.of(2024, 1, 1)) ? 10 : 6;
      values.add(Map.of("period", month.toString(), "value", level + .4 * noise));
    }
    var answer =
        SERVER
            .client(Role.OPERATOR)
            .post(
                "/api/v1/measures/waits/observations", Map.of("observations", List.copyOf(values)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }
}
