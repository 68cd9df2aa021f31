package outturn.engine.reason;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why a task, an item of it, or a whole run is not over yet.
///
/// @param task empty for a reason of the whole run
/// @param item the place in the `forEach` list; empty for a task that runs once
/// @param text a sentence without its full stop
/// @param until when this reason ends, where that is known
/// @param holders who has what is waited for
public record Reason(
    String task,
    Optional<Integer> item,
    Kind kind,
    String text,
    Optional<Instant> until,
    List<Holder> holders) {
  public Reason {
    holders = List.copyOf(holders);
  }

  /// What kind of thing is waited for.
  public enum Kind {
    /// A task that it needs has not ended.
    DEPENDENCY,
    /// A run of another workflow has not succeeded.
    NEED,
    /// A time has not come.
    TIME,
    /// Something of the outside world has not come: a file.
    EVENT,
    /// A pool has too little left.
    POOL,
    /// A lock is held by another.
    LOCK,
    /// A policy lets nothing of it start, or no more than runs.
    POLICY,
    /// All slots of workers are taken.
    SLOT,
    /// The disk is nearly full, and nothing new begins.
    DISK,
    /// Another run of the workflow has not ended.
    CONCURRENCY,
    /// The server is a restored copy, and nobody has let it go on.
    HOLD,
    /// A person has not approved.
    APPROVAL,
    /// An attempt was lost, and a person has to say what now.
    LOST_NEEDS_DECISION,
    /// It does not wait: it is being done.
    WORKING;

    /// The word for programs: `lost-needs-decision`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
