package outturn.engine.decide;

import java.util.ArrayList;
import java.util.List;

/// What a batch of events comes to: changes to be committed together, and effects to be released
/// after that.
public record Decided(List<Change> changes, List<Effect> effects) {
  public Decided() {
    this(new ArrayList<>(), new ArrayList<>());
  }
}
