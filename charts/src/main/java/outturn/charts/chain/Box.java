package outturn.charts.chain;

/// A node of a chain.
///
/// @param column in which it stands, from 0
/// @param note a few words below the title; may be empty
public record Box(String id, int column, String title, String note, Look look) {
  /// What can be seen of it.
  ///
  /// @param finding whether something is to be mended about it
  public record Look(Edging edging, Finding finding) {
    public static final Look PLAIN = new Look(Edging.SOLID, Finding.NONE);
  }

  /// How its edge is drawn.
  public enum Edging {
    SOLID,
    /// No measure tells of it.
    DASHED
  }

  /// What was found about it.
  public enum Finding {
    NONE,
    TO_MEND
  }
}
