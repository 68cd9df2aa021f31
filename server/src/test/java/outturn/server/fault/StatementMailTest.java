package outturn.server.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.report.onepage.Snap;
import outturn.server.fault.SmtpRelay.Manner;
import outturn.server.proof.Api;
import outturn.server.proof.ChildServer;
import outturn.server.proof.Patience;
import outturn.server.proof.Place;
import tools.jackson.databind.JsonNode;

/// A review is over, and its impact statement goes out by itself: while the mail server is dead,
/// while the server is killed, and then for a correction, a signature and a wish.
class StatementMailTest {
  private static final String OUTCOME = "/outcomes/shorter-waits";
  private static final String PROJECT =
      """
      {kind: channel, name: board, mail: {host: 127.0.0.1, port: PORT, tls: none, from: outturn@example.org, to: board@example.org}}
      ---
      {kind: group, name: desk, is: business, members: [admin]}
      ---
      {kind: change, name: new-desk, date: 2024-01-01, type: go-live, affects: waits}
      ---
      {kind: measure, name: waits, title: days of waiting, type: duration, unit: days, better: lower, cadence: monthly, owner: desk}
      ---
      kind: outcome
      name: shorter-waits
      title: Readers wait less
      owner: desk
      statement: {who: readers, what: wait for a book fewer days, soThat: they come again}
      measures: [{measure: waits, baseline: {from: 2021-01-01, to: 2023-12-31}}]
      levers:
        - {name: second-desk, element: process, change: new-desk, moves: waits, effect: {worst: -1, likely: -3, best: -5}, because: a trial}
      analysis: {intervention: new-desk, design: interrupted-time-series, review: 2025-01-31, mail: board}
      """;

  private final Place place = Place.fresh();
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @AfterEach
  void remove() {
    mail.stop();
    place.remove();
  }

  @Test
  void theStatementOfAReviewComesByItselfAndIsOneLetterHoweverOftenAServerDies() throws Exception {
    int dead;
    try (var free = SmtpRelay.ofLoopback(0)) {
      dead = free.getLocalPort();
    }
    try (var first = ChildServer.start(place, "512m")) {
      first.api().apply("library", PROJECT.replace("PORT", "" + dead));
      observe(first.api());
      var waits = letter(first.api(), 1, "waiting", letter -> !letter.path("error").isNull());
      assertThat(waits.path("error").asString()).contains("127.0.0.1:" + dead);
      first.kill();
    }
    mail.start();
    try (var second = ChildServer.start(place, "512m");
        var relay = SmtpRelay.open(dead, mail.getSmtp().getPort(), Manner.KEEPS_THE_LAST)) {
      relay.awaitKept();
      second.kill();
    }
    try (var third = ChildServer.start(place, "512m");
        var _ = SmtpRelay.open(dead, mail.getSmtp().getPort(), Manner.PASSES_ALL)) {
      var sent = letter(third.api(), 1, "sent", _ -> true);
      assertThat(sent.path("to").valueStream().map(JsonNode::asString))
          .containsExactly("board@example.org");
      theSameCameTwice();
      correctionSignatureAndWishAreEachALetter(third.api());
    }
  }

  private static void observe(Api api) {
    var values = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < 50; i++) {
      double level = i < 36 ? 10 : 6;
      values.add(value(LocalDate.of(2021, 1, 1).plusMonths(i), level + .4 * Math.sin(9.7 * i * i)));
    }
    api.post("/measures/waits/observations", Map.of("observations", values)).good();
  }

  private static Map<String, Object> value(LocalDate period, double value) {
    return Map.of("period", period.toString(), "value", value);
  }

  /// The newest letter, when there are so many and it is in that state.
  private static JsonNode letter(Api api, int count, String state, Predicate<JsonNode> more) {
    return Patience.longer(
            "letter %d is %s".formatted(count, state),
            () -> api.get(OUTCOME + "/statement").good().path("letters"),
            letters ->
                letters.size() == count
                    && letters.path(0).path("state").asString().equals(state)
                    && more.test(letters.path(0)))
        .path(0);
  }

  private void theSameCameTwice() throws Exception {
    var got = mail.getReceivedMessages();
    assertThat(got).hasSize(2);
    assertThat(got[0].getMessageID()).isEqualTo(got[1].getMessageID());
    assertThat(text(got[0])).isEqualTo(text(got[1]));
    assertThat(got[0].getSubject())
        .matches("Impact statement: Readers wait less, \\d+ \\w+ \\d{4}");
    assertThat(text(got[0]))
        .contains("was read for its review", "as version 1 of its evidence")
        .contains("\nResult\n  Days of waiting fell by", "not signed yet")
        .doesNotContainIgnoringCase("proved", "proof that");
    opens(got[0]);
  }

  private static String text(MimeMessage message) throws Exception {
    var part = ((MimeMultipart) message.getContent()).getBodyPart(0);
    return ((String) part.getContent()).replace("\r\n", "\n");
  }

  private static void opens(MimeMessage message) throws Exception {
    var file = ((MimeMultipart) message.getContent()).getBodyPart(1);
    assertThat(file.getFileName()).matches("shorter-waits-\\d{4}-\\d\\d-\\d\\d\\.pdf");
    var pdf = file.getInputStream().readAllBytes();
    assertThat(new String(Snap.png(pdf), 1, 3, UTF_8)).isEqualTo("PNG");
  }

  private void correctionSignatureAndWishAreEachALetter(Api api) throws Exception {
    api.post(
            "/measures/waits/observations",
            Map.of("observations", List.of(value(LocalDate.of(2024, 5, 1), 8))))
        .good();
    api.post(OUTCOME + "/evidence", Map.of("reason", "May was counted twice")).good();
    letter(api, 2, "sent", _ -> true);
    var hash = api.get(OUTCOME + "/evidence").good().path("items").path(0).path("hash").asString();
    api.post(OUTCOME + "/sign", Map.of("as", "owner", "hash", hash)).good();
    letter(api, 3, "sent", _ -> true);
    api.post(OUTCOME + "/send", Map.of()).good();
    letter(api, 4, "sent", _ -> true);

    var got = mail.getReceivedMessages();
    assertThat(got).hasSize(5);
    assertThat(got[2].getSubject()).startsWith("Corrected: Impact statement: Readers wait less");
    assertThat(text(got[2]))
        .contains("Version 2 of its evidence corrects")
        .contains("not signed yet");
    assertThat(got[3].getSubject()).startsWith("Signed: Impact statement: Readers wait less");
    assertThat(text(got[3])).contains("admin signed version 2", "Owner: admin, ");
    assertThat(text(got[4])).contains("admin sent you version 2");
  }
}
