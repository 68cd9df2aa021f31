package outturn.evidence.xmr;

/// On which side of the centre line, or in which direction of a trend, a signal lies.
public enum Side {
  HIGH,
  LOW
}
