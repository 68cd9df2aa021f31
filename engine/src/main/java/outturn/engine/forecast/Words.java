package outturn.engine.forecast;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Puts a chain of links into one English sentence. Times are those of a zone.
public final class Words {
  private final ZoneId zone;
  private final Instant now;

  /// @param now times of its day are told without the day
  public Words(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  /// An instant as people read it: without its day on the day of the forecast.
  public String time(Instant at) {
    throw new UnsupportedOperationException(at + " at " + now);
  }

  public String sentence(List<Link> chain) {
    throw new UnsupportedOperationException(
        "%d links at %s in %s".formatted(chain.size(), now, zone));
  }
}
