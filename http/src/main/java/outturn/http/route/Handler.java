package outturn.http.route;

/// Answers the calls of a route.
@FunctionalInterface
public interface Handler {
  Answer answer(Call call) throws InterruptedException;
}
