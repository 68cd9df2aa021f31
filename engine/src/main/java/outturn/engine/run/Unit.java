package outturn.engine.run;

/// A task that runs once, or one item of a `forEach` task: its state and how often it was tried.
public final class Unit {
  private static final int NONE = -1;

  private UnitState state = new UnitState.Waiting();
  private int last = NONE;
  private int before;
  private int losses;
  private int rounds;

  public UnitState state() {
    return state;
  }

  public void become(UnitState next) {
    if (state.ended())
      throw new IllegalStateException("%s cannot become %s".formatted(state, next));
    if (next instanceof UnitState.Running running) last = running.attempt();
    state = next;
  }

  /// Takes its history from rows.
  ///
  /// @param lastRow the number of its last row, -1 when it has none
  /// @param made attempts that were made before it was last done again, or repeated
  /// @param lostOnes lost attempts after that
  void restore(int lastRow, int made, int lostOnes, UnitState now) {
    last = lastRow;
    before = made;
    losses = lostOnes;
    state = now;
  }

  /// It is done again, whatever it came to: what was done so far is history.
  void again() {
    before = attempts();
    losses = 0;
    rounds = 0;
    state = new UnitState.Waiting();
  }

  /// The number of the last row, -1 when there is none.
  int lastRow() {
    return last;
  }

  /// The number of a row that says what became of it without an attempt: 0 when it is the first.
  public int nextRow() {
    return last + 1;
  }

  /// Such a row is written.
  public void recorded() {
    last++;
  }

  /// The number of the last attempt; 0 before the first.
  public int attempts() {
    return Math.max(last, 0);
  }

  /// How many attempts ended on their own since it was last done again or repeated; lost ones are
  /// counted apart.
  public int tries() {
    return attempts() - before - losses;
  }

  /// How many attempts went well, and were to be repeated.
  public int rounds() {
    return rounds;
  }

  /// Takes from rows how many rounds it has done.
  void restoreRounds(int done) {
    rounds = done;
  }

  /// The last attempt went well, and is to be repeated: tries and losses count anew.
  public void roundEnded() {
    rounds++;
    before = attempts();
    losses = 0;
  }

  public int losses() {
    return losses;
  }

  /// The running attempt's worker is gone.
  public void lost() {
    losses++;
  }
}
