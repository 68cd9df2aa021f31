package outturn.runtime;

import java.nio.charset.StandardCharsets;
import outturn.spi.Log;

/// A log that a test reads.
public final class RecordedLog implements Log {
  private final StringBuilder text = new StringBuilder();

  @Override
  public void write(Stream stream, byte[] bytes, int offset, int length) {
    text.append(new String(bytes, offset, length, StandardCharsets.UTF_8));
  }

  public String text() {
    return text.toString();
  }
}
