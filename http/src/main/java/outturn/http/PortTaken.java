package outturn.http;

/// The server cannot listen at its port: another program does already, or it may not.
public final class PortTaken extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int port;

  PortTaken(String address, int port, Throwable cause) {
    super(
        "port %d of %s is taken by another program (%s): stop it, or choose another port"
            .formatted(port, address, cause.getMessage()),
        cause);
    this.port = port;
  }

  public int port() {
    return port;
  }
}
