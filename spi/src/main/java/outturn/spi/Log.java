package outturn.spi;

/// Where an attempt's words go; safe for several threads, never blocks for long. Secrets are masked
/// and the size is limited behind it.
public interface Log {

  /// @param bytes of UTF-8 text, not necessarily whole lines
  void write(Stream stream, byte[] bytes, int offset, int length);

  /// A line on a stream.
  default void line(Stream stream, String text) {
    var bytes = (text + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    write(stream, bytes, 0, bytes.length);
  }

  /// The origin of words.
  enum Stream {
    OUT,
    ERR,
    /// What Outturn itself says about the attempt.
    NOTE
  }
}
