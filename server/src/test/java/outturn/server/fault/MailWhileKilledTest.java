package outturn.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.server.fault.SmtpRelay.Manner;
import outturn.server.proof.Api;
import outturn.server.proof.ChildServer;
import outturn.server.proof.Patience;
import outturn.server.proof.Place;
import tools.jackson.databind.JsonNode;

/// Runs fail while their mail server is dead, while another one takes connections and never says a
/// word, and while the server is killed. The work goes on, and all of it is told.
class MailWhileKilledTest {
  private static final int EACH = 5;

  private final Place place = Place.fresh();
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final List<java.net.Socket> unanswered = new ArrayList<>();

  @AfterEach
  void remove() throws IOException {
    mail.stop();
    for (var socket : unanswered) socket.close();
    place.remove();
  }

  private static String project(int dead, int silent) {
    var channels =
        """
        {kind: channel, name: dead, mail: {host: 127.0.0.1, port: %d, tls: none, from: outturn@example.org, to: ops@example.org}}
        ---
        {kind: channel, name: silent, mail: {host: 127.0.0.1, port: %d, tls: none, from: outturn@example.org, to: ops@example.org}}
        ---
        {kind: workflow, name: steady, tasks: {t: {}}}
        """
            .formatted(dead, silent);
    return channels
        + IntStream.range(0, 3 * EACH)
            .mapToObj(
                """
                ---
                kind: workflow
                name: broken-%d
                tasks: {t: {shell: exit 3}}
                notify: [{on: failed, channel: dead}, {on: failed, channel: silent}]
                """
                    ::formatted)
            .collect(Collectors.joining());
  }

  @Test
  void aDeadMailServerDelaysNothingAndLosesNothingAlsoWhenTheServerIsKilled() throws Exception {
    int dead;
    try (var free = SmtpRelay.ofLoopback(0)) {
      dead = free.getLocalPort();
    }
    try (var silent = SmtpRelay.ofLoopback(0)) {
      Thread.ofVirtual().start(() -> acceptWithoutAWord(silent));
      try (var first = ChildServer.start(place, "512m")) {
        first.api().apply("mail", project(dead, silent.getLocalPort()));
        workGoesOnWhileNobodyAnswers(first.api());
        first.kill();
      }
      mail.start();
      try (var second = ChildServer.start(place, "512m");
          var relay = SmtpRelay.open(dead, mail.getSmtp().getPort(), Manner.KEEPS_THE_LAST)) {
        relay.awaitKept();
        second.kill();
      }
      assertThat(mail.getReceivedMessages()).hasSize(1);
      try (var third = ChildServer.start(place, "512m");
          var _ = SmtpRelay.open(dead, mail.getSmtp().getPort(), Manner.PASSES_ALL)) {
        fail(third.api(), 2 * EACH, 3 * EACH);
        allIsTold(third.api());
      }
    }
    eachFailureIsToldUnderOneId();
  }

  private void acceptWithoutAWord(ServerSocket silent) {
    while (true) {
      try {
        unanswered.add(silent.accept());
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void workGoesOnWhileNobodyAnswers(Api api) {
    fail(api, 0, EACH);
    Patience.until(
        "the dead one is tried", () -> errors(api, "dead"), errors -> errors.size() == EACH);
    Patience.until("the silent one is waited for", unanswered::size, count -> count > 0);
    fail(api, EACH, 2 * EACH);
    assertThat(api.ended(api.start("steady")).path("state").asString()).isEqualTo("succeeded");
    Patience.until(
        "all wait to be told", () -> copies(api, "dead"), copies -> copies.size() == 2 * EACH);
    assertThat(states(api, "dead")).containsOnly("waiting");
    assertThat(states(api, "silent")).containsOnly("waiting");
    assertThat(errors(api, "dead")).allMatch(error -> error.contains("127.0.0.1"));
  }

  private static void fail(Api api, int from, int to) {
    for (int number = from; number < to; number++) {
      var run = api.ended(api.start("broken-" + number));
      assertThat(run.path("state").asString()).isEqualTo("failed");
    }
  }

  private static List<JsonNode> copies(Api api, String channel) {
    return api.all("/notifications").stream()
        .flatMap(each -> each.at("/details/copies").valueStream())
        .filter(copy -> copy.path("channel").asString().equals(channel))
        .toList();
  }

  private static Set<String> states(Api api, String channel) {
    return copies(api, channel).stream()
        .map(copy -> copy.path("state").asString())
        .collect(Collectors.toSet());
  }

  private static List<String> errors(Api api, String channel) {
    return copies(api, channel).stream()
        .map(copy -> copy.path("error").asString(""))
        .filter(error -> !error.isEmpty())
        .toList();
  }

  /// The mail that the second server sent is known to have been sent when its lease has ended.
  private static void allIsTold(Api api) {
    Patience.longer(
        "all is told",
        () -> copies(api, "dead"),
        copies ->
            copies.size() == 3 * EACH
                && copies.stream().allMatch(copy -> copy.path("state").asString().equals("sent")));
    assertThat(states(api, "silent")).containsOnly("waiting");
  }

  private void eachFailureIsToldUnderOneId() throws Exception {
    Map<String, Set<String>> ids = new HashMap<>();
    Map<String, Set<String>> texts = new HashMap<>();
    for (var message : mail.getReceivedMessages()) {
      var text = (String) message.getContent();
      texts.computeIfAbsent(message.getMessageID(), _ -> new HashSet<>()).add(text);
      text.lines()
          .filter(line -> line.startsWith("#"))
          .forEach(line -> ids.computeIfAbsent(line, _ -> new HashSet<>()).add(messageId(message)));
    }
    var told =
        ids.keySet().stream()
            .map(line -> line.replaceFirst("#\\d+ ", ""))
            .collect(Collectors.toSet());
    assertThat(told)
        .isEqualTo(
            IntStream.range(0, 3 * EACH)
                .mapToObj("broken-%d: failed"::formatted)
                .collect(Collectors.toSet()));
    assertThat(ids.values()).as("one id for each").allMatch(each -> each.size() == 1);
    assertThat(texts.values()).as("the same under the same id").allMatch(each -> each.size() == 1);
    assertThat(mail.getReceivedMessages()).as("one came twice").hasSize(texts.size() + 1);
  }

  private static String messageId(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (jakarta.mail.MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
