package outturn.definition.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import outturn.definition.project.Projects;

/// Services: over what a promise is judged, and who of the business hears when it is at risk.
class ServiceReaderTest {
  private static final String CHANNEL =
      """
      {kind: channel, name: board, slack: {url: "${secrets.board}"}}
      """;

  private static final String SERVICE =
      """
      kind: service
      name: repairs
      tell: {channel: board, above: {currency: GBP, amount: 100}}
      outputs:
        - name: visit-lists
          promise: Lists are out by half past six
          target: 98%
          window: quarter
          serves:
            - outcome: one-visit
              because: they plan by it
              perHourLate: {currency: GBP, low: 1, likely: 2, high: 3}
        - {name: other, promise: Others are there, window: 12w}
      """;

  private static final String OUTCOME =
      """
      kind: outcome
      name: one-visit
      owner: head
      statement: {who: tenants, what: wait less, soThat: they lose no day}
      measures: []
      """;

  private static String problems(String service) {
    return Projects.problems("s.yaml", service, "c.yaml", CHANNEL, "o.yaml", OUTCOME);
  }

  @Test
  void aServiceSaysWhoHearsAndFromWhatOn() {
    var project = Projects.valid("s.yaml", SERVICE, "c.yaml", CHANNEL, "o.yaml", OUTCOME);
    var service = project.services().find("repairs").orElseThrow();
    assertThat(service.tell().orElseThrow().channel()).isEqualTo("board");
    assertThat(service.tell().orElseThrow().above()).contains(new Service.Amount("GBP", 100));
    assertThat(service.outputs().getFirst().window())
        .contains(new Window.Calendar(Window.Unit.QUARTER));
    assertThat(service.outputs().getLast().window())
        .contains(new Window.Rolling(Duration.ofDays(84)));
  }

  @Test
  void anAmountIsInACurrencyOfTheService() {
    assertThat(problems(SERVICE.replace("above: {currency: GBP", "above: {currency: EUR")))
        .contains("s.yaml:3:42", "no perHourLate of this service is in EUR", "expected GBP");
    assertThat(problems(SERVICE.replaceAll(" *perHourLate.*\n", "")))
        .contains("is in GBP", "say perHourLate under serves, or leave above out");
  }

  @Test
  void theChannelMustBeThere() {
    assertThat(problems(SERVICE.replace("channel: board", "channel: bord")))
        .contains("s.yaml:3:", "bord", "board");
  }

  @Test
  void aWindowIsADurationOrAUnitOfTheCalendar() {
    assertThat(problems(SERVICE.replace("window: quarter", "window: week")))
        .contains(
            "s.yaml:8:13",
            "expected a duration such as 30d, or month, quarter or year, found the text 'week'");
    assertThat(Window.read("quarter").orElseThrow().text()).isEqualTo("quarter");
    assertThat(Window.read("14d").orElseThrow().text()).isEqualTo("2w");
  }
}
