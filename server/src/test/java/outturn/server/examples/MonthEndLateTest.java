package outturn.server.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.server.proof.Patience;
import tools.jackson.databind.JsonNode;

/// A close that comes late, from five ordinary months to the post-mortem. The story has a clock of
/// its own.
class MonthEndLateTest {
  private static final List<String> MONTHS = List.of("02", "03", "04", "05", "06");
  private static final String OPERATORS = "close-watch";
  private static final String CUSTOMERS = "budget-holders";
  private static final String CAUSE =
      "waits for pool ledger-db held by hold-the-ledger (copy) until 17:0";
  private static final String OUTCOME =
      "outcome “budget holders get last month's figures by day 3 of the new month, so that they"
          + " correct overspending in the month in which it begins”, because without the figures"
          + " nobody can correct this month's spending.";

  @Test
  void aLateCloseIsForeseenToldAndExplainedToTheMinute() {
    try (var server = new CloseServer("2027-01-31T12:00:00")) {
      for (var month : MONTHS) ordinary(server, month);
      assertThat(server.mails(OPERATORS)).isEmpty();
      assertThat(server.mails(CUSTOMERS)).isEmpty();

      server.sleepUntil("2027-07-03T16:10:00");
      var copy = server.beginCopy();
      server.jumpTo("2027-07-03T16:20:00");
      var close = begin(server);
      warned(server, close);
      atRisk(server);

      server.jumpTo("2027-07-03T17:12:00");
      server.mails(OPERATORS, "is late for figures-published", 1);
      server.endCopy(copy);
      server.api().ended(close);
      over(server);
      addsUp(server, close);
      explained(server, close);
      assertThat(server.mails(OPERATORS, "is expected to be late", 1)).hasSize(1);
      assertThat(server.mails(CUSTOMERS)).hasSize(2);
    }
  }

  /// The schedule closes the month before on the first; later somebody copies the ledger.
  private static void ordinary(CloseServer server, String month) {
    server.sleepUntil("2027-%s-01T05:50:00".formatted(month));
    server.jumpTo("2027-%s-01T06:00:00".formatted(month));
    int before = MONTHS.indexOf(month);
    var closes =
        Patience.until(
            "the schedule starts the close of " + month,
            () -> server.api().all("/runs?workflow=month-end-close"),
            runs -> runs.size() == before + 1);
    var ended = server.api().ended(closes.getFirst().path("id").asString());
    assertThat(ended.path("state").asString()).isEqualTo("succeeded");
    var copy = server.beginCopy();
    server.jumpTo("2027-%s-01T06:5%d:00".formatted(month, 4 + before));
    server.endCopy(copy);
  }

  /// The start of the first was missed, and somebody begins the close by hand.
  private static String begin(CloseServer server) {
    var wish = Map.of("workflow", "month-end-close", "businessDate", "2027-06-30");
    return server.api().post("/runs", wish).good().path("id").asString();
  }

  private static void warned(CloseServer server, String close) {
    var mail = server.mails(OPERATORS, "is expected to be late for figures-published", 1);
    assertThat(mail.getFirst().text())
        .contains("the chance of keeping figures-published (17:00 Europe/London) is ")
        .contains("it is expected at 17:0", "collect-subledgers " + CAUSE)
        .contains("copy of hold-the-ledger runs since 16:10, expected to end at 17:0")
        .contains("outturn forecast " + close);
    var said = server.says("forecast", close).out();
    assertThat(said).contains("figures-published by 2027-07-03 17:00: ", CAUSE);
    assertThat(said).contains("warned at 2027-07-03 16:20: predicted figures-published");
  }

  private static void atRisk(CloseServer server) {
    var mail = server.mails(CUSTOMERS, "At risk: figures (finance close)", 1).getFirst();
    var said = server.says("at-risk").out();
    var item = server.api().get("/at-risk").good().path("items").path(0);
    for (var text : List.of(mail.text(), said, item.path("text").asString())) {
      assertThat(text)
          .contains("Figures: expected at 17:0", "after the promise (17:00)")
          .contains("Collect-subledgers " + CAUSE, "It endangers the " + OUTCOME)
          .containsPattern("At stake: GBP [0-9.]+ to [0-9.]+ for the [0-9]+ minutes, likely")
          .contains("(source: effect/service.yaml, perHourLate)");
    }
    assertThat(said).contains("finance-close: month-end-close/figures-published for 2027-06-30");
  }

  private static void over(CloseServer server) {
    var mail = server.mails(CUSTOMERS, "Done late: figures (finance close)", 1).getFirst();
    assertThat(mail.text())
        .contains("Figures: done at 17:12, 12 minutes after the promise (17:00).")
        .contains("That touches the " + OUTCOME)
        .containsPattern("The 12 minutes count for GBP [0-9.]+ to [0-9.]+, likely 12 ");
    assertThat(server.says("at-risk").out()).startsWith("Nothing is at risk");
  }

  private static void addsUp(CloseServer server, String close) {
    var told = server.api().get("/runs/%s/post-mortem".formatted(close)).good();
    var figures = told.path("items").path(0);
    assertThat(told.path("timezone").asString()).isEqualTo("Europe/London");
    assertThat(figures.path("lateMinutes").asLong()).isEqualTo(12);
    long sum = 0;
    for (var part : figures.path("parts")) sum += part.path("minutes").asLong();
    assertThat(sum).as(told.toString()).isEqualTo(12);
    var wait = part(figures, "wait");
    assertThat(wait.path("task").asString()).isEqualTo("collect-subledgers");
    assertThat(wait.path("minutes").asLong()).isEqualTo(52);
    assertThat(wait.path("holders").path(0).path("workflow").asString())
        .isEqualTo("hold-the-ledger");
    assertThat(part(figures, "margin").path("minutes").asLong()).isEqualTo(-40);
  }

  private static JsonNode part(JsonNode deadline, String kind) {
    for (var part : deadline.path("parts")) {
      if (part.path("kind").asString().equals(kind)) return part;
    }
    throw new AssertionError("no part %s in %s".formatted(kind, deadline));
  }

  private static void explained(CloseServer server, String close) {
    assertThat(server.says("post-mortem", close).out())
        .contains("figures-published by 2027-07-03 17:00: missed; ended at 2027-07-03 17:12, ")
        .contains("17:12, 12 min late")
        .contains("+52  collect-subledgers waited 52 min for pool ledger-db, held by copy of")
        .contains("-40  the usual course leaves 40 min until the deadline")
        .contains("+12  in all")
        .contains("predicted 39 min before the deadline: ");
  }
}
