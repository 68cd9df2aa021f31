package outturn.store.identity;

/// How a browser came in, for who looks over his sessions.
///
/// @param means `link`, `password` or `single sign-on`
/// @param address where the request came from; empty if that is not known
/// @param agent what the browser calls itself, cut to a line
public record Visit(String means, String address, String agent) {
  private static final int LONGEST = 200;

  public Visit {
    address = cut(address);
    agent = cut(agent);
  }

  /// By a one-time link.
  public static Visit byLink(String address, String agent) {
    return new Visit("link", address, agent);
  }

  private static String cut(String text) {
    var line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }
}
