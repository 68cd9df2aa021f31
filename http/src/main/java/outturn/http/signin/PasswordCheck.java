package outturn.http.signin;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import outturn.http.identity.AuditLog;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.store.identity.Passwords;
import outturn.store.identity.StoredPassword;

/// Compares passwords, as often as the throttle lets. An unknown user and a wrong password are the
/// same to whoever asks, in words and in time.
public final class PasswordCheck {
  // Each takes 19 MiB and a core for some tens of milliseconds.
  private static final int AT_ONCE = 4;
  private static final long PATIENCE_SECONDS = 10;
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,127}");

  private final Passwords passwords;
  private final AuditLog audit;
  private final SignInThrottle throttle;
  private final Semaphore places = new Semaphore(AT_ONCE);

  public PasswordCheck(Passwords passwords, AuditLog audit, InstantSource clock) {
    this.passwords = passwords;
    this.audit = audit;
    this.throttle = new SignInThrottle(clock);
  }

  /// What came of a try.
  sealed interface Result {
    record Right(StoredPassword password) implements Result {}

    record Wrong() implements Result {}

    record Wait(Duration time) implements Result {}
  }

  /// @param address where the try came from
  Result check(String user, String password, String address) throws InterruptedException {
    boolean name = NAME.matcher(user).matches();
    var wait = throttle.take(name ? user : "?", address);
    if (wait.isPresent()) return new Result.Wait(wait.get());
    var stored = name ? passwords.find(user) : Optional.<StoredPassword>empty();
    boolean right = within(password, stored.map(StoredPassword::hash).orElse(PasswordHash.NOBODYS));
    if (right && stored.isPresent()) {
      throttle.right(user, address);
      renew(user, password, stored.get());
      return new Result.Right(stored.get());
    }
    // Who types his password where the name belongs does not find it in the trail.
    var subject = stored.isPresent() ? user : "(unknown)";
    audit.done(subject, "sign in refused", subject, Map.of("address", address));
    return new Result.Wrong();
  }

  private boolean within(String password, String hash) throws InterruptedException {
    if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw Problem.again(Code.OVERLOADED, "too many sign in at once; try again in a second")
          .refused();
    }
    try {
      // A password longer than any that is taken is not worth its hash.
      var compared = password.length() > 4 * PasswordRules.LONGEST ? "" : password;
      return PasswordHash.matches(compared, hash);
    } finally {
      places.release();
    }
  }

  private void renew(String user, String password, StoredPassword stored) {
    if (PasswordHash.isDated(stored.hash())) {
      passwords.rehash(user, stored, PasswordHash.of(password));
    }
  }
}
