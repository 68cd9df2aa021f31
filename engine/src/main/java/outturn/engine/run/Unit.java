package outturn.engine.run;

/// A task that runs once, or one item of a `forEach` task: its state and how often it was tried.
public final class Unit {
  private UnitState state = new UnitState.Waiting();
  private int attempts;
  private int losses;
  private int rounds;
  private int settled;

  public UnitState state() {
    return state;
  }

  public void become(UnitState next) {
    if (state.ended())
      throw new IllegalStateException("%s cannot become %s".formatted(state, next));
    if (next instanceof UnitState.Running running) attempts = running.attempt();
    state = next;
  }

  /// Takes the rounds that it has done from rows.
  ///
  /// @param last the number of the last attempt among them
  void restoreRounds(int done, int last) {
    rounds = done;
    settled = last;
  }

  /// Takes its history from rows: attempts made, and lost ones among them.
  void restore(int attemptsMade, int lostOnes, UnitState now) {
    attempts = attemptsMade;
    losses = lostOnes;
    state = now;
  }

  /// The number of the last attempt; 0 before the first.
  public int attempts() {
    return attempts;
  }

  /// How many attempts ended on their own since the last round; lost ones are counted apart.
  public int tries() {
    return attempts - settled - losses;
  }

  /// How many attempts went well, and were to be repeated.
  public int rounds() {
    return rounds;
  }

  /// The last attempt went well, and is to be repeated: tries and losses count anew.
  public void roundEnded() {
    rounds++;
    settled = attempts;
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
