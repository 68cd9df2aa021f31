package outturn.store.database;

/// On whose behalf a request is answered: what reads for several kinds of callers takes a
/// connection of the lane of the one that asks now.
public final class OnBehalf {
  private static final ScopedValue<Lane> ASKING = ScopedValue.newInstance();

  private OnBehalf() {}

  /// Does the work with the connections of this lane, on this thread.
  public static <T, X extends Throwable> T of(Lane lane, ScopedValue.CallableOp<T, X> work)
      throws X {
    return ScopedValue.where(ASKING, lane).call(work);
  }

  static Lane asking() {
    return ASKING.orElse(Lane.API);
  }
}
