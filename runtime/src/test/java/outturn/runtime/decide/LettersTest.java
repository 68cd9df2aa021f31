package outturn.runtime.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.decide.Event;
import outturn.engine.decide.Event.Report;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.RunId;
import outturn.engine.run.Version;
import outturn.store.json.Json;
import outturn.store.mailbox.Mailbox.Address;
import outturn.store.mailbox.Mailbox.Letter;

class LettersTest {
  private static final RunId RUN = RunId.parse("0cnaamh8r4000");

  /// As the database gives it back.
  private static Map<String, Object> sent(Letter letter) {
    return Json.decode(Json.encode(letter.body()));
  }

  static List<Report> reports() {
    return List.of(
        new Report.Succeeded(Map.of("n", 3L, "words", List.of("a", "b"))),
        new Report.Failed(new Failure(FailureKind.EXIT, Optional.of(3), "broke")),
        new Report.Failed(Failure.of(FailureKind.TIMEOUT, "too long")),
        new Report.Cancelled(),
        new Report.Lost(),
        new Report.NeverStarted());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void aReportArrivesAsItWasSent(Report report) {
    var reported = new Event.Reported(new AttemptId(RUN, "load", 2, 1), -42, report);

    var letter = Letters.report(reported);

    assertThat(letter.to()).isEqualTo(new Address.Owner(RUN.partition()));
    assertThat(Letters.report(sent(letter))).isEqualTo(reported);
  }

  @Test
  void anAnswerArrivesAsItWasSent() {
    for (var answer : Event.Answer.values()) {
      for (var comment : List.of(Optional.of("looks right"), Optional.<String>empty())) {
        var answered = new Event.Answered(RUN, "sign", answer, "eve", comment);

        assertThat(Letters.answer(sent(Letters.answer(answered)))).isEqualTo(answered);
      }
    }
  }

  @Test
  void aWishForARunArrivesAsItWasSent() {
    var order =
        new Order(
            "month-end",
            Map.of("regions", List.of("north")),
            LocalDate.parse("2026-01-31"),
            Optional.empty(),
            new Origin.User("ada"));
    var key = new Event.Key("ada", "once", "hash");
    var version = new Version(12, "housing", 3, Map.of());

    var body = sent(Letters.start(5, new NewRun(version, order, Optional.of(key))));

    assertThat(Letters.order(body)).isEqualTo(order);
    assertThat(Letters.key(body)).isEqualTo(key);
    assertThat(Letters.version(body)).isEqualTo(12);
  }

  @Test
  void aCancelIsOneMessageHoweverOftenItIsSaid() {
    assertThat(Letters.cancel(RUN, "ada").dedupeKey())
        .isEqualTo(Letters.cancel(RUN, "bob").dedupeKey());
    assertThat(Letters.cancel(sent(Letters.cancel(RUN, "ada"))))
        .isEqualTo(new Event.Cancel(RUN, "ada"));
  }

  @Test
  void whatIsNotFitSaysWhatIsMissing() {
    assertThatThrownBy(() -> Letters.report(Map.of("run", RUN.toString())))
        .hasMessageContaining("'task'");
  }
}
