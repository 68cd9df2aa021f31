package outturn.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import outturn.http.identity.SessionCookie.Transport;
import outturn.http.page.SignInPage;
import outturn.http.route.Access;
import outturn.http.signin.oidc.SingleSignOn;
import outturn.store.identity.Role;

/// Where the server listens, and how much it takes at once.
///
/// @param port 0 for any free one
/// @param metrics who may read `/metrics`
/// @param version of the program, for `/health`
/// @param node the name of this server among others
/// @param front how browsers come to it
public record HttpSettings(
    InetAddress address,
    int port,
    Limits limits,
    Access metrics,
    String version,
    String node,
    Front front) {

  /// How browsers come to the server.
  ///
  /// @param singleSignOn by an identity provider, if there is one
  public record Front(Transport transport, Optional<SingleSignOn> singleSignOn) {
    public static final Front USUAL = new Front(Transport.PLAIN);

    /// Without an identity provider.
    public Front(Transport transport) {
      this(transport, Optional.empty());
    }

    SignInPage.Ways ways() {
      return singleSignOn.isPresent()
          ? SignInPage.Ways.PASSWORD_AND_PROVIDER
          : SignInPage.Ways.PASSWORD;
    }
  }

  /// Bounds on what is under way; what goes over them is refused.
  ///
  /// @param api requests of programs at once
  /// @param screens requests of browsers at once: whoever comes with a session's cookie
  /// @param probes requests at once of those who look whether the server is well
  /// @param listeners who follow a run live at once
  /// @param idle a connection that says nothing for so long is closed
  /// @param grace how long requests under way may take when the server stops
  /// @param body how long a body may take, and as much again for each mebibyte of it
  public record Limits(
      int api,
      int screens,
      int probes,
      int listeners,
      Duration idle,
      Duration grace,
      Duration body) {
    public static final Limits USUAL =
        new Limits(
            256, 32, 8, 256, Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(30));

    /// The same with other numbers of requests at once.
    public Limits of(int programs, int browsers) {
      return new Limits(programs, browsers, probes, listeners, idle, grace, body);
    }
  }

  /// Those who may read everything else may read `/metrics`.
  public static final Access SIGNED_IN = new Access.Needs(Role.VIEWER);

  /// On this host only.
  public static HttpSettings loopback(int port, String version, String node) {
    return new HttpSettings(
        InetAddress.getLoopbackAddress(),
        port,
        Limits.USUAL,
        SIGNED_IN,
        version,
        node,
        Front.USUAL);
  }

  /// The same with other limits, for browsers that come another way.
  public HttpSettings with(Limits others, Front way) {
    return new HttpSettings(address, port, others, metrics, version, node, way);
  }
}
