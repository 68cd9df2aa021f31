package outturn.bench.load;

import java.time.Duration;
import java.util.List;

/// What was sent, and how long it took until the last run of it was seen to have ended.
///
/// @param latencies of each run as the client saw them; empty where only the server's clock tells
public record Sent(List<String> ids, Duration took, List<Duration> latencies) {
  public Sent {
    ids = List.copyOf(ids);
    latencies = List.copyOf(latencies);
  }
}
