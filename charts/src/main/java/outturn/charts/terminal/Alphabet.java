package outturn.charts.terminal;

/// The characters that a terminal can show.
public enum Alphabet {
  /// Braille dots for lines, box drawing for axes.
  UNICODE("│┤─└◆▲■╌━┊○"),
  /// Nothing beyond 7 bits.
  ASCII("|+-+ox#-=:@");

  private final String signs;

  Alphabet(String signs) {
    this.signs = signs;
  }

  char axis() {
    return sign(0);
  }

  char tick() {
    return sign(1);
  }

  char base() {
    return sign(2);
  }

  char corner() {
    return sign(3);
  }

  char improvement() {
    return sign(4);
  }

  char concern() {
    return sign(5);
  }

  char neutral() {
    return sign(6);
  }

  char centre() {
    return sign(7);
  }

  char target() {
    return sign(8);
  }

  char change() {
    return sign(9);
  }

  char excluded() {
    return sign(10);
  }

  private char sign(int index) {
    return signs.charAt(index);
  }
}
