package outturn.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import outturn.cli.client.Connection;
import outturn.cli.client.Json;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import tools.jackson.databind.JsonNode;

/// A client that keeps one connection and sends one request after the other over it. It costs as
/// little as can be, since its time is taken from the server that is measured, and counts as the
/// server's; the usual client takes more of it than the server.
final class Caller implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String SUCCESS = "HTTP/1.1 2";
  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String root;
  private final String headers;

  private Caller(Connection connection) throws IOException {
    var url = connection.url();
    this.socket = factory(url).createSocket(url.getHost(), port(url));
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) PATIENCE.toMillis());
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
    this.root = url.getPath();
    this.headers =
        "Host: %s:%d\r\nAuthorization: Bearer %s\r\n"
            .formatted(url.getHost(), port(url), connection.token());
  }

  static Caller of(Connection connection) {
    try {
      return new Caller(connection);
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

  /// @param path below the server's address
  JsonNode get(String path) {
    return answer("GET " + root + path, "", new byte[0]);
  }

  /// @param path below the server's address
  JsonNode post(String path, JsonNode body) {
    var bytes = body.toString().getBytes(UTF_8);
    var content = "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n";
    return answer("POST " + root + path, content, bytes);
  }

  /// Asks as a browser does, and looks at nothing that comes.
  ///
  /// @param path below the server's address
  /// @return how many bytes came
  int discard(String path) {
    return bytes("GET " + root + path, "Accept-Encoding: gzip\r\n", new byte[0]).length;
  }

  /// Takes events line by line until the server ends, or [#close] does.
  ///
  /// @param path below the server's address
  void listen(String path, Consumer<String> each) {
    try {
      send("GET " + root + path, "Accept: text/event-stream\r\n", new byte[0]);
      socket.setSoTimeout(0);
      while (true) each.accept(line());
    } catch (IOException lost) {
      throw broken(lost);
    }
  }

  private JsonNode answer(String request, String moreHeaders, byte[] body) {
    return Json.read(new String(bytes(request, moreHeaders, body), UTF_8)).orElseThrow();
  }

  private byte[] bytes(String request, String moreHeaders, byte[] body) {
    try {
      send(request, moreHeaders, body);
      var status = line();
      int length = 0;
      for (var header = line(); !header.isEmpty(); header = line()) {
        var lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith(LENGTH)) {
          length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
        }
      }
      var bytes = in.readNBytes(length);
      if (status.startsWith(SUCCESS)) return bytes;
      throw new CommandFailed(
          ExitCode.REFUSED,
          "not measured: the server refused a request: " + status,
          new String(bytes, UTF_8));
    } catch (IOException lost) {
      throw broken(lost);
    }
  }

  private void send(String request, String moreHeaders, byte[] body) throws IOException {
    var head = request + " HTTP/1.1\r\n" + headers + moreHeaders + "\r\n";
    var message = new ByteArrayOutputStream();
    message.writeBytes(head.getBytes(ISO_8859_1));
    message.writeBytes(body);
    out.write(message.toByteArray());
    out.flush();
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
