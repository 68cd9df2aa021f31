package outturn.server.browser;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import outturn.http.HttpSettings;
import outturn.http.identity.SessionCookie.Transport;
import outturn.http.signin.oidc.FakeProvider;
import outturn.http.signin.oidc.SingleSignOn;
import outturn.http.signin.oidc.SingleSignOnFile;
import outturn.server.Running;
import outturn.server.Settings;
import outturn.server.proof.Api;
import outturn.server.proof.Api.Prune;
import outturn.server.proof.Place;
import outturn.server.proof.Shell;

/// What journeys find: a server with work and outcomes, an identity provider, and a mail server.
record Scene(Place place, Running running, FakeProvider provider, GreenMail mail)
    implements AutoCloseable {
  private static final Path ROOT = Path.of(System.getProperty("outturn.root"));
  private static final LocalDate FIRST_MONTH = LocalDate.of(2024, 1, 1);
  private static final int MONTHS = 30;
  private static final int PEOPLE = 12;

  static Scene set() throws IOException, InterruptedException {
    var place = Place.fresh();
    var provider = new FakeProvider();
    var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    mail.start();
    var address = new Settings.Address("127.0.0.1", freePort());
    var url = "http://127.0.0.1:" + address.port();
    var settings =
        new Settings(
                place.folder(),
                address,
                Optional.empty(),
                Settings.usualSlots(2),
                Duration.ofSeconds(2),
                Settings.Faults.USUAL,
                Settings.Serving.USUAL)
            .with(serving(signOn(place, url, provider)));
    var running = Running.start(settings, InstantSource.system());
    var scene = new Scene(place, running, provider, mail);
    scene.furnish(url);
    return scene;
  }

  /// The provider sends browsers back to an address, so the server cannot take any port.
  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static SingleSignOn signOn(Place place, String url, FakeProvider provider)
      throws IOException {
    var file = place.folder().resolveSibling("single-sign-on.yaml");
    Files.writeString(
        file,
        """
        issuer: %s
        clientId: %s
        publicUrl: %s
        roles: {night-shift: operator}
        """
            .formatted(provider.issuer(), FakeProvider.CLIENT, url));
    var read = SingleSignOnFile.read(file, FakeProvider.SECRET);
    return read.settings().orElseThrow(() -> new AssertionError(read.problems()));
  }

  private static Settings.Serving serving(SingleSignOn provider) {
    return new Settings.Serving(
        HttpSettings.Limits.USUAL,
        HttpSettings.SIGNED_IN,
        new HttpSettings.Front(Transport.PLAIN, Optional.of(provider)));
  }

  private void furnish(String url) throws IOException {
    var said =
        new Shell(place).run("apply", ROOT.resolve("examples").resolve("month-end").toString());
    if (said.code() != 0) throw new AssertionError(said);
    api().apply("journeys", text("journeys.yaml"));
    api().post("/measures/waiting-days/observations", waits()).good();
    var survey =
        text("survey.yaml").replace("PORT", "" + mail.getSmtp().getPort()).replace("URL", url);
    var files =
        Map.of(
            "survey.yaml", survey, "staff.csv", people("staff"), "visitors.csv", people("visitor"));
    api().apply("survey", files, Prune.KEEP);
    api().post("/surveys/visitors/send", Map.of()).good();
    api().post("/surveys/staff/send", Map.of()).good();
    Letters.answerAll(mail, "staff", PEOPLE);
    api().post("/surveys/staff/close", Map.of()).good();
  }

  private static String people(String name) {
    return IntStream.range(0, PEOPLE)
        .mapToObj(each -> "%s%d@example.org\n".formatted(name, each))
        .collect(Collectors.joining("", "email\n", ""));
  }

  /// Values of the past, spread around nine days without any chance.
  private static Map<String, Object> waits() {
    List<Map<String, Object>> values =
        IntStream.range(0, MONTHS)
            .mapToObj(month ->
                Map.<String, Object>of(
                    "period",
                    FIRST_MONTH.plusMonths(month).toString(),
                    "value",
                    9 + (month * 7 % 5 - 2) / 4.0))
            .toList();
    return Map.of("observations", values);
  }

  Api api() {
    return place.api();
  }

  /// The password that the first start printed.
  String firstPassword() {
    return running.firstPassword().orElseThrow().replaceFirst(".*password (\\S+) .*", "$1");
  }

  /// What people were mailed who have not answered yet.
  List<String> surveyLinks() {
    return Letters.links(mail, "visitor", PEOPLE);
  }

  private static String text(String file) throws IOException {
    try (InputStream found = Objects.requireNonNull(Scene.class.getResourceAsStream(file), file)) {
      return new String(found.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    running.close();
    provider.close();
    mail.stop();
    place.remove();
  }
}
