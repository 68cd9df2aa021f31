package outturn.http.problem;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.runtime.decide.NotDone;
import outturn.store.database.Away;

/// The one place where failures become problems.
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  /// @param request for the log, such as `POST /api/v1/runs`
  public static Problem of(Throwable failure, String request) {
    var cause = unwrapped(failure);
    return switch (cause) {
      case Refused refused -> refused.problem();
      case NotDone notDone -> notDone(notDone);
      case Throwable busy when Away.onlyBusy(busy) ->
          Problem.again(
              Code.OVERLOADED, "all connections to the database are in use; try again in a second");
      case Throwable away when Away.is(away) -> {
        LOG.warn("{}: the database is away: {}", request, away.getMessage());
        yield Problem.again(
            Code.NOT_READY, "the database cannot be reached now; try again in a moment");
      }
      default -> {
        LOG.error("{} failed", request, cause);
        yield Problem.of(
            Code.INTERNAL, "something went wrong here; the server's log says what, at this time");
      }
    };
  }

  private static Problem notDone(NotDone failure) {
    var why = String.valueOf(failure.getMessage());
    return switch (failure.why()) {
      case OVERLOADED -> Problem.again(Code.OVERLOADED, why);
      case UNKNOWN, ELSEWHERE -> Problem.again(Code.OUTCOME_UNKNOWN, why);
      case UNFIT -> Problem.of(Code.INVALID_INPUT, "a value cannot be stored: " + why);
    };
  }

  private static Throwable unwrapped(Throwable failure) {
    var cause = failure.getCause();
    boolean wrapper =
        failure instanceof CompletionException || failure instanceof ExecutionException;
    return wrapper && cause != null ? unwrapped(cause) : failure;
  }
}
