package outturn.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.server.proof.Api.Prune;

class GatesTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final Api API = SERVER.api();
  private static final String PROJECT =
      """
      {kind: group, name: patients, is: beneficiary}
      ---
      {kind: group, name: wards, is: business, members: [%s]}
      ---
      {kind: measure, name: ward-waits, type: duration, unit: days, better: lower, cadence: monthly, owner: wards}
      ---
      kind: outcome
      name: shorter-ward-waits
      owner: wards
      objective: health
      statement: {who: patients, what: wait for a bed fewer days, soThat: they are well sooner}
      measures: [{measure: ward-waits, target: {value: %d, by: 2030-12-31}}]
      """;

  @Test
  void thePersonWhoAgreesIsOfTheBusinessAndAnEditVoidsIt() {
    apply("nobody", 5);
    var refused = SERVER.says("outcome", "agree", "shorter-ward-waits");
    assertThat(refused.code()).isNotZero();
    assertThat(refused.err()).contains("add admin under members: of patients or wards");

    apply("admin", 5);
    assertThat(SERVER.says("outcome", "agree", "shorter-ward-waits").out())
        .isEqualTo("admin agreed to outcome shorter-ward-waits (agreement 1)\n");
    assertThat(checked()).contains("Described. Step quantify:", "describe: passed");

    apply("admin", 6);
    assertThat(checked())
        .contains("describe: not passed", "AGR-1 fail: admin agreed to it on", "that is void");
    assertThat(SERVER.says("gauge").out())
        .contains("Agreed to, but changed since: shorter-ward-waits.");
  }

  private static void apply(String member, int target) {
    API.apply("wards", Map.of("all.yaml", PROJECT.formatted(member, target)), Prune.KEEP);
  }

  private static String checked() {
    var said = SERVER.says("outcome", "check", "shorter-ward-waits");
    assertThat(said.code()).as(said.err()).isZero();
    return said.out();
  }
}
