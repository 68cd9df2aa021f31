package outturn.evidence.sdid;

import java.util.List;

/// Controls taken for the treated units, with the other controls as theirs.
public record SdidPlacebo(List<String> units, double effect) {
  public SdidPlacebo {
    units = List.copyOf(units);
  }
}
