package outturn.http;

/// Another program listens at the port already.
public final class PortTaken extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int port;

  PortTaken(String address, int port, Throwable cause) {
    super(
        "port %d of %s is taken by another program: stop it, or choose another port"
            .formatted(port, address),
        cause);
    this.port = port;
  }

  public int port() {
    return port;
  }
}
