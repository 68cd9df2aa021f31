package outturn.http.outcome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.outcome.register.LockedPlan;
import outturn.outcome.terms.Terms;
import outturn.store.identity.Role;
import outturn.store.outcome.AnalysisPlans.Said;

class AnalysisPlanTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client EDITOR = SERVER.client(Role.EDITOR);
  private static final String PROJECT =
      """
      {kind: project, name: library}
      ---
      {kind: change, name: new-desk, date: 2026-12-01, type: go-live, affects: waits}
      ---
      {kind: measure, name: waits, type: duration, unit: days, better: lower, cadence: monthly}
      ---
      kind: outcome
      name: shorter-waits
      owner: desk
      statement: {who: readers, what: wait for a book fewer days, soThat: they come again}
      measures: [{measure: waits, target: {value: 5, by: 2030-12-31}}]
      analysis: {intervention: new-desk, design: interrupted-time-series, registerBy: 2026-11-02}
      """;
  private static final String LOCKED =
      """
      outcome shorter-waits
      intervention new-desk on 2026-12-01
      design interrupted-time-series
      locked from 2026-11-02
      measure waits, DURATION in days, lower is better, MONTHLY
      target waits 5.0 by 2030-12-31
      """;
  private static final String EASIER = PROJECT.replace("value: 5", "value: 8");

  @BeforeAll
  static void apply() {
    SERVER.apply("library", Map.of("outturn.yaml", encoded(PROJECT)));
    SERVER
        .analysisPlans()
        .lock(
            "shorter-waits",
            new Said(new Terms(LOCKED), Optional.empty()),
            "server",
            Instant.parse("2026-11-02T00:00:30Z"));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void aLockedPlanChangesOnlyWithAReasonThatIsKept() {
    var other = PROJECT.replace("owner: desk", "owner: front-desk");
    assertThat(apply(other, Map.of()).status()).isEqualTo(200);

    var refused = apply(EASIER, Map.of());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("locked");
    assertThat(refused.detail()).contains("shorter-waits", "amend");
    var broken = refused.json().path("locked").path(0);
    assertThat(broken.path("locked").toString()).isEqualTo("[\"target waits 5.0 by 2030-12-31\"]");
    assertThat(broken.path("now").toString()).isEqualTo("[\"target waits 8.0 by 2030-12-31\"]");
    assertThat(plan(EASIER).json().path("locked")).hasSize(1);
    assertThat(apply(EASIER, Map.of("amend", " ")).code()).isEqualTo("invalid-input");
    assertThat(SERVER.analysisPlans().history("shorter-waits")).hasSize(1);

    assertThat(apply(EASIER, Map.of("amend", "the board asks for less")).status()).isEqualTo(200);
    assertThat(SERVER.analysisPlans().history("shorter-waits"))
        .extracting(LockedPlan::by, LockedPlan::reason)
        .startsWith(tuple("editor-user", "the board asks for less"));
    assertThat(plan(EASIER).json().path("locked")).isEmpty();
  }

  private static Client.Answer apply(String project, Map<String, Object> more) {
    var body = new HashMap<String, Object>(more);
    body.put("files", Map.of("outturn.yaml", encoded(project)));
    body.put("base", base(project));
    return EDITOR.post("/api/v1/projects/library/apply", body);
  }

  private static int base(String project) {
    return plan(project).json().path("base").asInt();
  }

  private static Client.Answer plan(String project) {
    return EDITOR.post(
        "/api/v1/projects/library/plan", Map.of("files", Map.of("outturn.yaml", encoded(project))));
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
