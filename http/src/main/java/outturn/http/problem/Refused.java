package outturn.http.problem;

/// A problem on its way out of code that reads a request.
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Problem problem;

  Refused(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
