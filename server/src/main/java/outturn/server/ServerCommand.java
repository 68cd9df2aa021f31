package outturn.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import outturn.http.HttpSettings;
import outturn.http.PortTaken;
import outturn.http.identity.SessionCookie.Transport;
import outturn.http.route.Access;
import outturn.http.signin.oidc.SingleSignOn;
import outturn.http.signin.oidc.SingleSignOnFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `outturn server`: runs a server until it is stopped.
@Command(
    name = "server",
    description = "Run a server in the foreground until Ctrl-C or a termination signal.",
    footer = {
      "  outturn server",
      "  outturn server --port 9000 --data /var/lib/outturn",
      "  outturn server --database postgresql://outturn:secret@db.example.org/outturn"
    })
public final class ServerCommand implements Callable<Integer> {
  private static final int USUAL_PORT = 8080;

  private final Terminal terminal;
  private final Environment environment;

  @Mixin final ServerPlace place = new ServerPlace();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "where to listen; 0 for any free port (default: 8080)")
  int port = USUAL_PORT;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "an outside PostgreSQL 15 or newer (default: an embedded one)")
  @Nullable String database;

  @Option(
      names = "--drain",
      paramLabel = "SECONDS",
      description = "how long a stop waits for tasks under way (default: 300)")
  long drain = Duration.ofMinutes(5).toSeconds();

  @Option(
      names = "--api-requests",
      paramLabel = "N",
      description = "requests of programs at once; more are answered 429 (default: 256)")
  int apiRequests = HttpSettings.Limits.USUAL.api();

  @Option(
      names = "--screen-requests",
      paramLabel = "N",
      description = "requests of browsers at once; more are answered 429 (default: 32)")
  int screenRequests = HttpSettings.Limits.USUAL.screens();

  @Option(names = "--open-metrics", description = "let everybody read /metrics, without a token")
  boolean openMetrics;

  @Option(
      names = "--behind-tls",
      description =
          "a proxy that speaks TLS is before this server: cookies are for TLS only, and X-Forwarded-For of the proxy is believed")
  boolean behindTls;

  @Option(
      names = "--single-sign-on",
      paramLabel = "FILE",
      description =
          "let people sign in by an identity provider, as this file says; the client's secret may be in $OUTTURN_OIDC_CLIENT_SECRET")
  @Nullable String singleSignOn;

  public ServerCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    var provider = provider();
    var settings =
        place
            .settings(environment, port, database, Duration.ofSeconds(drain))
            .with(serving(provider.settings()));
    var problems = new ArrayList<>(settings.problems());
    problems.addAll(provider.problems());
    if (!problems.isEmpty()) {
      throw new CommandFailed(
          ExitCode.MISUSED, "the server cannot start like this", problems.toArray(String[]::new));
    }
    try (var running = Running.start(settings, environment.clock())) {
      terminal.line("Outturn is ready at " + running.url());
      terminal.line("data folder: " + running.server().data());
      terminal.line("in a browser: " + running.loginLink());
      running.firstPassword().ifPresent(terminal::line);
      if (running.server().held()) {
        terminal.line("this is a restored copy and is held: let it go on with outturn resume");
      }
      running.await();
    } catch (PortTaken taken) {
      throw Running.failed(taken);
    }
    return ExitCode.DONE.number();
  }

  private SingleSignOnFile.Read provider() {
    if (singleSignOn == null) return new SingleSignOnFile.Read(Optional.empty(), List.of());
    return SingleSignOnFile.read(
        environment.resolve(singleSignOn), environment.variable("OUTTURN_OIDC_CLIENT_SECRET"));
  }

  private Settings.Serving serving(Optional<SingleSignOn> provider) {
    var metrics = openMetrics ? new Access.Open() : HttpSettings.SIGNED_IN;
    var transport = behindTls ? Transport.TLS_PROXY : Transport.PLAIN;
    return new Settings.Serving(
        HttpSettings.Limits.USUAL.of(apiRequests, screenRequests),
        metrics,
        new HttpSettings.Front(transport, provider));
  }
}
