package outturn.tasks.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which hosts may be called. An address may come from an input that somebody else gave, and this
/// host and the services that clouds have for machines trust whoever can reach them.
///
/// A host is resolved and every address of it looked at before each call. The JDK keeps what it
/// resolved for half a minute, so that the call goes to what was looked at.
///
/// @param allowed ranges that may be called although they are refused otherwise
public record Reach(List<Range> allowed) {
  public static final Reach USUAL = new Reach(List.of());

  private static final List<Refused> REFUSED =
      List.of(
          refused("this host itself", "127.0.0.0/8", "0.0.0.0/8", "::1/128", "::/128"),
          refused("of this link only", "169.254.0.0/16", "fe80::/10"),
          // Of Alibaba, Azure, Oracle, Amazon and Google, beside 169.254.169.254.
          refused(
              "what a cloud tells its machines",
              "100.100.100.200/32",
              "168.63.129.16/32",
              "192.0.0.192/32",
              "fd00:ec2::254/128",
              "fd20:ce::254/128"),
          refused("no single host", "224.0.0.0/4", "240.0.0.0/4", "ff00::/8"),
          // Teredo: the address within is hidden.
          refused("a tunnel", "2001::/32"));

  /// IPv6 addresses that lead to an IPv4 address, and where that is in them: the old compatible
  /// form (RFC 4291), NAT64 (RFC 6052) and 6to4 (RFC 3056). Java makes mapped ones IPv4 by itself.
  private static final List<Within> WITHIN =
      List.of(within("::/96", 12), within("64:ff9b::/96", 12), within("2002::/16", 2));

  private record Refused(String what, List<Range> ranges) {}

  private record Within(Range range, int at) {}

  public Reach {
    allowed = List.copyOf(allowed);
  }

  /// An address and all that begin like it.
  ///
  /// @param bits how many of them are alike
  public record Range(InetAddress first, int bits) {

    /// @throws IllegalArgumentException in words, when it is not `ADDRESS` or `ADDRESS/BITS`
    public static Range of(String text) {
      var parts = text.split("/", 2);
      // A name would be asked for at a name server; these letters are those of addresses.
      if (!parts[0].matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) throw wrong(text);
      try {
        var first = InetAddress.getByName(parts[0]);
        int most = 8 * first.getAddress().length;
        int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > most) throw wrong(text);
        return new Range(first, bits);
      } catch (UnknownHostException | NumberFormatException _) {
        throw wrong(text);
      }
    }

    private static IllegalArgumentException wrong(String text) {
      return new IllegalArgumentException(
          "'%s' is not an address, or a range such as 127.0.0.0/8".formatted(text));
    }

    boolean has(InetAddress address) {
      var mine = first.getAddress();
      var other = address.getAddress();
      if (mine.length != other.length) return false;
      int whole = bits / 8;
      if (!Arrays.equals(mine, 0, whole, other, 0, whole)) return false;
      int rest = 8 - bits % 8;
      return rest == 8 || (mine[whole] & 0xff) >> rest == (other[whole] & 0xff) >> rest;
    }
  }

  /// Why a host may not be called, in words; empty when it may, or when there is none of this name.
  Optional<String> refusal(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host))
          .flatMap(address -> refusal(address).stream())
          .findFirst();
    } catch (UnknownHostException _) {
      // The call itself says so.
      return Optional.empty();
    }
  }

  private Optional<String> refusal(InetAddress address) {
    if (allowed.stream().anyMatch(range -> range.has(address))) return Optional.empty();
    return meant(address)
        .flatMap(each ->
            REFUSED.stream()
                .filter(kind -> kind.ranges().stream().anyMatch(range -> range.has(each)))
                .map(kind ->
                    "%s is %s, and is not called unless the server is started with --call %1$s"
                        .formatted(address.getHostAddress(), kind.what())))
        .findFirst();
  }

  /// The address, and the one that it leads to.
  private static Stream<InetAddress> meant(InetAddress address) {
    return Stream.concat(
        Stream.of(address),
        WITHIN.stream()
            .filter(form -> form.range().has(address))
            .map(form -> Arrays.copyOfRange(address.getAddress(), form.at(), form.at() + 4))
            .map(Reach::address));
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Refused refused(String what, String... ranges) {
    return new Refused(what, Arrays.stream(ranges).map(Range::of).toList());
  }

  private static Within within(String range, int at) {
    return new Within(Range.of(range), at);
  }
}
