package outturn.http;

import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;

/// The body of a request, read within limits of size and of time, so that nobody holds the server
/// by sending a byte now and then.
final class Incoming {
  private static final int MOST_DROPPED = 8 << 20;
  private static final int PIECE = 1 << 16;

  private final ServerRequest request;
  private final int largest;
  private final Duration patience;
  private final InstantSource clock;
  private final Instant began;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private @Nullable InputStream body;

  /// @param patience for the body, and as much again for each mebibyte of it
  Incoming(ServerRequest request, int largest, Duration patience, InstantSource clock) {
    this.request = request;
    this.largest = largest;
    this.patience = patience;
    this.clock = clock;
    this.began = clock.instant();
  }

  /// Reads the first 64 KiB, which is a whole form.
  void begin() {
    take(Math.min(largest + 1, PIECE));
  }

  /// The whole body.
  byte[] bytes() {
    take(largest + 1);
    return read.toByteArray();
  }

  /// Reads until so much is there, or all that there is.
  private void take(int most) {
    if (!request.content().hasEntity()) return;
    // It is to be asked for once only.
    if (body == null) body = request.content().inputStream();
    boolean announced = request.headers().contentLength().orElse(0) > largest;
    try {
      var piece = new byte[PIECE];
      while (!announced && read.size() < most) {
        int got = body.read(piece, 0, Math.min(PIECE, most - read.size()));
        if (got < 0) return;
        read.write(piece, 0, got);
        if (isLate()) throw tooSlow();
      }
      if (!announced && read.size() <= largest) return;
      drop(body);
      throw tooLarge();
    } catch (IOException broken) {
      throw new UncheckedIOException("the request ended before its body did", broken);
    }
  }

  private boolean isLate() {
    long pieces = 1L + (read.size() >> 20);
    return clock.instant().isAfter(began.plus(patience.multipliedBy(pieces)));
  }

  /// Who still sends when the connection is closed does not hear why: the rest is taken, if it is
  /// not much and comes in time.
  private void drop(InputStream rest) throws IOException {
    var buffer = new byte[PIECE];
    for (int left = MOST_DROPPED; left > 0 && !isLate(); ) {
      int got = rest.read(buffer);
      if (got < 0) return;
      left -= got;
    }
  }

  private Refused tooSlow() {
    return Problem.of(
            Code.BAD_REQUEST,
            "the body came too slowly: %d s is the limit, and as much again for each MiB"
                .formatted(TimeUnit.NANOSECONDS.toSeconds(patience.toNanos())))
        .withHeader("Connection", "close")
        .refused();
  }

  private Refused tooLarge() {
    return Problem.of(
            Code.TOO_LARGE, "the body is larger than the %d bytes allowed".formatted(largest))
        .withHeader("Connection", "close")
        .refused();
  }
}
