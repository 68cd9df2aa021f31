package outturn.runtime.notify;

/// A file that goes with a mail.
public final class Enclosure {
  private final String name;
  private final String type;
  private final byte[] bytes;

  /// @param type `application/pdf`
  public Enclosure(String name, String type, byte[] bytes) {
    this.name = name;
    this.type = type;
    this.bytes = bytes;
  }

  public String name() {
    return name;
  }

  public String type() {
    return type;
  }

  /// The bytes themselves, not a copy.
  public byte[] bytes() {
    return bytes;
  }
}
