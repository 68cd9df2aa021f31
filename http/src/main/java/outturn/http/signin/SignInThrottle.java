package outturn.http.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Slows down who tries passwords: after some that were wrong each next try has to wait twice as
/// long as the one before, for one user and for one address.
///
/// Each server counts by itself. A try counts as wrong until it was right, so that many at once are
/// as slow as one after the other.
final class SignInThrottle {
  private static final int FREE_OF_USER = 5;
  private static final int FREE_OF_ADDRESS = 25;
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration FORGOTTEN = Duration.ofMinutes(15);
  private static final int MOST = 20_000;
  private static final int STEPS = 9;

  private final InstantSource clock;
  private final Map<String, Tries> tries = new LinkedHashMap<>();

  SignInThrottle(InstantSource clock) {
    this.clock = clock;
  }

  private record Tries(int wrong, Instant last, Instant next) {}

  /// Takes a try, or says how long to wait before the next one.
  synchronized Optional<Duration> take(String user, String address) {
    var now = clock.instant();
    for (var key : keys(user, address)) {
      var known = tries.get(key);
      if (known != null && now.isBefore(known.next())) {
        return Optional.of(Duration.between(now, known.next()));
      }
    }
    count(keys(user, address).getFirst(), FREE_OF_USER, now);
    count(keys(user, address).getLast(), FREE_OF_ADDRESS, now);
    return Optional.empty();
  }

  private void count(String key, int free, Instant now) {
    var known = tries.remove(key);
    int wrong = known == null || known.last().plus(FORGOTTEN).isBefore(now) ? 1 : known.wrong() + 1;
    var wait =
        wrong < free ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(STEPS, wrong - free));
    var bounded = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    tries.put(key, new Tries(wrong, now, now.plus(bounded)));
    if (tries.size() > MOST) tries.remove(tries.keySet().iterator().next());
  }

  /// The latest try was right: it does not count, nor do those of the user before it.
  synchronized void right(String user, String address) {
    tries.remove(keys(user, address).getFirst());
    tries.computeIfPresent(
        keys(user, address).getLast(),
        (_, known) ->
            known.wrong() <= 1 ? null : new Tries(known.wrong() - 1, known.last(), known.last()));
  }

  private static List<String> keys(String user, String address) {
    return List.of("user " + user, "address " + network(address));
  }

  /// Who has one IPv6 address has the 2^64 of its network.
  private static String network(String address) {
    try {
      if (InetAddress.ofLiteral(address) instanceof Inet6Address six) {
        var bytes = six.getAddress();
        var network = new StringBuilder();
        for (int i = 0; i < 8; i++) network.append(Byte.toUnsignedInt(bytes[i])).append(':');
        return network.toString();
      }
      return address;
    } catch (IllegalArgumentException notAnAddress) {
      return address;
    }
  }
}
