package outturn.server.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Stands before a mail server, and can keep it to itself that a mail was taken.
final class SmtpRelay implements AutoCloseable {
  private final ServerSocket door;
  private final int server;
  private final Manner manner;
  private final CountDownLatch kept = new CountDownLatch(1);

  /// What it does with answers.
  enum Manner {
    PASSES_ALL,
    /// The mail server has the mail, and who sent it never hears so.
    KEEPS_THE_LAST
  }

  private SmtpRelay(ServerSocket door, int server, Manner manner) {
    this.door = door;
    this.server = server;
    this.manner = manner;
  }

  static SmtpRelay open(int port, int server, Manner manner) throws IOException {
    var relay = new SmtpRelay(ofLoopback(port), server, manner);
    Thread.ofVirtual().start(relay::accept);
    return relay;
  }

  static ServerSocket ofLoopback(int port) throws IOException {
    return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
  }

  /// Waits until a mail was taken of which the sender did not hear.
  void awaitKept() throws InterruptedException {
    if (!kept.await(3, TimeUnit.MINUTES)) throw new AssertionError("no mail came");
  }

  private void accept() {
    while (true) {
      try {
        var client = door.accept();
        Thread.ofVirtual().start(() -> carry(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void carry(Socket client) {
    try (client;
        var mail = new Socket(InetAddress.getLoopbackAddress(), server)) {
      var answers = Thread.ofVirtual().start(() -> answer(mail, client));
      client.getInputStream().transferTo(mail.getOutputStream());
      mail.shutdownOutput();
      answers.join();
    } catch (IOException gone) {
      // A killed server closes its connections.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(Socket mail, Socket client) {
    try {
      var lines = new BufferedReader(new InputStreamReader(mail.getInputStream(), UTF_8));
      boolean text = false;
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (text && manner == Manner.KEEPS_THE_LAST) {
          kept.countDown();
          return;
        }
        text = line.startsWith("354");
        client.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
      }
    } catch (IOException gone) {
      // A killed server closes its connections.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
