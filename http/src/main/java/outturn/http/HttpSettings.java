package outturn.http;

import java.net.InetAddress;
import java.time.Duration;

/// Where the server listens, and how much it takes at once.
///
/// @param port 0 for any free one
/// @param version of the program, for `/health`
/// @param node the name of this server among others
public record HttpSettings(
    InetAddress address, int port, Limits limits, String version, String node) {

  /// Bounds on what is under way; what goes over them is refused.
  ///
  /// @param api requests of programs at once
  /// @param screens requests of browsers at once
  /// @param listeners who follow a run live at once
  /// @param idle a connection that says nothing for so long is closed
  /// @param grace how long requests under way may take when the server stops
  public record Limits(int api, int screens, int listeners, Duration idle, Duration grace) {
    public static final Limits USUAL =
        new Limits(512, 32, 256, Duration.ofSeconds(60), Duration.ofSeconds(5));
  }

  /// On this host only.
  public static HttpSettings loopback(int port, String version, String node) {
    return new HttpSettings(InetAddress.getLoopbackAddress(), port, Limits.USUAL, version, node);
  }
}
