package outturn.server.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.server.proof.Api;
import outturn.server.proof.Api.Prune;
import outturn.server.proof.LiveServer;
import outturn.server.proof.Patience;

/// A survey from the invitation by a real mail server to its results.
class SurveyTest {
  private static final int PEOPLE = 1_000;
  private static final int CUSTOMERS = 24;
  private static final Pattern LINK = Pattern.compile("https://outturn\\.example\\.org(/s/\\S+)");
  private static final String PROJECT =
      """
      {kind: channel, name: NAME-post, mail: {host: 127.0.0.1, port: PORT, tls: none, from: ask@example.org, to: ask@example.org}}
      ---
      kind: survey
      name: NAME
      title: {en: How is IT for you?, de: Wie geht es mit der IT?}
      purpose: {en: It tells us what to mend., de: Es sagt uns was zu tun ist.}
      languages: [en, de]
      population: {file: people.csv, groups: [site], language: language}
      items:
        - instrument: gauge
        - {name: comment, type: text, ask: {en: What should change?, de: Was soll anders werden?}}
      reminders: [4d]
      channel: NAME-post
      address: https://outturn.example.org
      ---
      kind: measure
      name: NAME-trust
      type: proportion
      unit: percent
      better: higher
      cadence: daily
      source: {survey: NAME, item: g1}
      """;

  private final LiveServer server = LiveServer.shared();
  private final Api api = server.api();
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final HttpClient browser = HttpClient.newHttpClient();

  @BeforeEach
  void start() {
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
    browser.close();
  }

  private void apply(String name, int people) {
    var csv = new StringBuilder("email,site,language\n");
    for (int each = 0; each < people; each++) {
      var site = each < people - 3 ? each % 2 == 0 ? "north" : "south" : "harbour";
      csv.append("%s%d@example.org,%s,%s\n".formatted(name, each, site, each == 0 ? "de" : "en"));
    }
    var yaml = PROJECT.replace("NAME", name).replace("PORT", "" + mail.getSmtp().getPort());
    api.apply(name, Map.of("survey.yaml", yaml, "people.csv", csv.toString()), Prune.KEEP);
  }

  /// The links that were mailed, by address.
  private Map<String, String> links(int mails) {
    Patience.until(
        mails + " mails", () -> mail.getReceivedMessages().length, count -> count >= mails);
    var links = new HashMap<String, String>();
    for (var message : mail.getReceivedMessages()) {
      var found = LINK.matcher(text(message));
      assertThat(found.find()).isTrue();
      links.put(to(message), found.group(1));
    }
    return links;
  }

  private static String text(MimeMessage message) {
    try {
      return (String) message.getContent();
    } catch (Exception unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static String to(MimeMessage message) {
    try {
      return message.getAllRecipients()[0].toString();
    } catch (Exception unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private String address() {
    return server.place().announced().path("url").asString();
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(address() + path)).build());
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) {
    var body =
        fields.entrySet().stream()
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(address() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return browser.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
  }

  @Test
  void aThousandAnswersAtOnceAreAllKeptAndNoneTwice() throws Exception {
    apply("crowd", PEOPLE);
    assertThat(api.post("/surveys/crowd/send", Map.of()).good().path("people").asInt())
        .isEqualTo(PEOPLE);
    var links = List.copyOf(links(PEOPLE).values());
    var statuses = postedTwice(links);
    assertThat(statuses.stream().filter(status -> status == 200)).hasSize(PEOPLE);
    assertThat(statuses.stream().filter(status -> status == 410)).hasSize(PEOPLE);

    api.post("/surveys/crowd/close", Map.of()).good();
    var results = api.get("/surveys/crowd/results").good().path("results");
    assertThat(results.path("answered").asInt()).isEqualTo(PEOPLE);
    var g1 = results.path("results").get(0).path("all");
    assertThat(g1.path("n").asInt()).isEqualTo(PEOPLE);
    g1.path("distribution")
        .forEach(place -> assertThat(place.path("count").asInt()).isEqualTo(PEOPLE / 5));
    var trust = api.get("/measures/crowd-trust/observations").good().path("items");
    assertThat(trust.size()).isEqualTo(1);
    assertThat(trust.get(0).path("value").asDouble()).isEqualTo(40);
    assertThat(trust.get(0).path("denominator").asInt()).isEqualTo(PEOPLE);
    assertThat(server.says("survey", "results", "crowd").out())
        .contains("measure crowd-trust", "400 of 1000 answers");
    assertThat(server.says("measure", "try", "crowd-trust").err()).contains("from a survey");
  }

  /// What became of each post: each link is posted twice at the same moment.
  private List<Integer> postedTwice(List<String> links) throws Exception {
    var width = new Semaphore(24);
    var posts =
        IntStream.range(0, 2 * PEOPLE)
            .<Callable<Integer>>mapToObj(each ->
                () -> {
                  width.acquire();
                  try {
                    var given = Map.of("g1", Integer.toString(each / 2 % 5 + 1), "g2", "4");
                    return post(links.get(each / 2), given).statusCode();
                  } finally {
                    width.release();
                  }
                })
            .toList();
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(posts)) statuses.add(done.get());
    }
    return statuses;
  }

  @Test
  void whoAnswersIsThankedOnceAndWhoDoesNotIsReminded() {
    apply("pulse", CUSTOMERS);
    assertThat(server.says("survey", "send", "pulse").out())
        .isEqualTo("pulse: wave 1 is open, and 24 people are invited\n");
    var links = links(CUSTOMERS);
    var german = get(links.get("pulse0@example.org"));
    assertThat(german.body())
        .contains("<html lang=\"de\">", "Stimme voll zu", "<fieldset", "<legend>", "type=\"radio\"")
        .doesNotContain("<script");
    assertThat(german.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(get(links.get("pulse0@example.org") + "?lang=en").body())
        .contains("<html lang=\"en\">", "Strongly agree");

    var link = links.get("pulse1@example.org");
    var wrong = post(link, Map.of("g1", "9", "comment", "<b>quiet</b>"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("role=\"alert\"", "href=\"#g1\"", "&lt;b&gt;quiet&lt;/b&gt;");
    assertThat(post(link, Map.of()).statusCode()).isEqualTo(422);
    assertThat(post(link, Map.of("g1", "5")).body()).contains("Thank you");
    assertThat(post(link, Map.of("g1", "1")).statusCode()).isEqualTo(410);
    assertThat(get(link).body()).contains("This link is not valid any more");
    assertThat(get("/s/never-sent").statusCode()).isEqualTo(410);

    remindsAndCloses(links);
  }

  private void remindsAndCloses(Map<String, String> links) {
    assertThat(server.says("survey", "send", "pulse").err()).contains("wave 1", "is still open");
    assertThat(server.says("survey", "results", "pulse").err()).contains("is open until");
    assertThat(server.says("survey", "remind", "pulse").out()).contains("23 people are reminded");
    var reminded = links(2 * CUSTOMERS - 1);
    assertThat(mail.getReceivedMessages()).hasSize(2 * CUSTOMERS - 1);
    assertThat(server.says("survey", "remind", "pulse").err()).contains("nobody is left to remind");
    // Both links of a person work, and one of them once.
    var both = reminded.get("pulse2@example.org");
    assertThat(both).isNotEqualTo(links.get("pulse2@example.org"));
    assertThat(post(links.get("pulse2@example.org"), Map.of("g2", "4")).statusCode())
        .isEqualTo(200);
    assertThat(post(both, Map.of("g2", "4")).statusCode()).isEqualTo(410);

    assertThat(server.says("survey", "close", "pulse").out())
        .isEqualTo("pulse: wave 1 is closed with 2 answers\n");
    assertThat(server.says("survey", "results", "pulse").out())
        .contains("2 of 24 invited people answered", "too few answers to show")
        .contains("measure pulse-trust", "nothing recorded: too few answers to show");
    assertThat(api.get("/measures/pulse-trust/observations").good().path("items").size()).isZero();
    assertThat(post(reminded.get("pulse3@example.org"), Map.of("g1", "4")).statusCode())
        .isEqualTo(410);
    assertThat(server.says("survey", "send", "pulse").err())
        .contains("0 people of the population may be asked now");
  }
}
