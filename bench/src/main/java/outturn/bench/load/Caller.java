package outturn.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import outturn.cli.client.Connection;
import outturn.cli.client.Json;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import tools.jackson.databind.JsonNode;

/// One of the clients that ask for runs at once: keeps one connection and sends the same request
/// over it, again and again. It costs as little as can be, since its time is taken from the server
/// that is measured; the usual client takes more of it than the server.
final class Caller implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String SUCCESS = "HTTP/1.1 2";
  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] request;

  private Caller(Connection connection, String path, JsonNode body) throws IOException {
    var url = connection.url();
    this.socket = factory(url).createSocket(url.getHost(), port(url));
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) PATIENCE.toMillis());
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
    var bytes = body.toString().getBytes(UTF_8);
    var head =
        """
        POST %s HTTP/1.1
        Host: %s:%d
        Authorization: Bearer %s
        Content-Type: application/json
        Content-Length: %d

        """
            .formatted(
                url.getPath() + path, url.getHost(), port(url), connection.token(), bytes.length)
            .replace("\n", "\r\n");
    this.request = (head + new String(bytes, ISO_8859_1)).getBytes(ISO_8859_1);
  }

  /// @param path below the server's address
  static Caller of(Connection connection, String path, JsonNode body) {
    try {
      return new Caller(connection, path, body);
    } catch (IOException absent) {
      throw broken(absent);
    }
  }

  private static SocketFactory factory(URI url) {
    return tls(url) ? SSLSocketFactory.getDefault() : SocketFactory.getDefault();
  }

  private static boolean tls(URI url) {
    return "https".equals(url.getScheme());
  }

  private static int port(URI url) {
    if (url.getPort() >= 0) return url.getPort();
    return tls(url) ? 443 : 80;
  }

  /// Sends the request and answers what was made.
  JsonNode call() {
    try {
      out.write(request);
      out.flush();
      var status = line();
      int length = 0;
      for (var header = line(); !header.isEmpty(); header = line()) {
        var lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith(LENGTH)) {
          length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
        }
      }
      var text = new String(in.readNBytes(length), UTF_8);
      if (status.startsWith(SUCCESS)) return Json.read(text).orElseThrow();
      throw new CommandFailed(
          ExitCode.REFUSED, "not measured: the server refused a run: " + status, text);
    } catch (IOException lost) {
      throw broken(lost);
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0) throw new EOFException("the server closed the connection");
      if (each != '\r') line.append((char) each);
    }
    return line.toString();
  }

  private static CommandFailed broken(IOException failure) {
    return new CommandFailed(
        ExitCode.UNREACHABLE,
        "not measured: the server does not answer any more",
        String.valueOf(failure.getMessage()));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException closed) {
      // Nothing more is asked.
    }
  }
}
