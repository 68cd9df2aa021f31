package outturn.evidence.changepoint;

import java.util.List;

/// The changes of a series in order, and the segments between them, one more than changes.
public record Changes(List<Change> changes, List<Segment> segments) {
  public Changes {
    changes = List.copyOf(changes);
    segments = List.copyOf(segments);
  }
}
