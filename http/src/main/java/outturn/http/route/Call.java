package outturn.http.route;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import outturn.definition.text.Nearest;
import outturn.engine.run.RunId;
import outturn.http.json.JsonObject;
import outturn.http.json.Unstorable;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.store.identity.Principal;
import outturn.store.identity.Role;

/// A request on its way to its handler.
public final class Call {
  private final Caller caller;
  private final Map<String, String> path;
  private final Map<String, List<String>> query;
  private final Function<String, Optional<String>> headers;
  private final Supplier<byte[]> body;

  /// @param path the values of the path's parameters
  /// @param headers finds a header by name
  /// @param body reads the body; to be called once
  /// @throws outturn.http.problem.Refused when a parameter holds what no database can
  public Call(
      Caller caller,
      Map<String, String> path,
      Map<String, List<String>> query,
      Function<String, Optional<String>> headers,
      Supplier<byte[]> body) {
    path.forEach((name, value) -> Unstorable.refuse("'" + name + "' of the path", value));
    query.forEach((name, values) ->
        values.forEach(each -> Unstorable.refuse("query parameter '" + name + "'", each)));
    this.caller = caller;
    this.path = Map.copyOf(path);
    this.query = Map.copyOf(query);
    this.headers = headers;
    this.body = body;
  }

  /// Who asks; nobody with a name on a route that is open to all.
  public Caller caller() {
    return caller;
  }

  public Principal principal() {
    return caller.principal();
  }

  public String user() {
    return principal().user();
  }

  /// Refuses whoever has not this role there, or for everything.
  ///
  /// @param place nothing for what is not there: whoever has no role for everything is told no more
  public void need(Role role, Optional<Place> place) {
    var has = place.map(this::roleIn).orElseGet(principal()::everywhere);
    if (!has.allows(role)) throw Lacking.at(role, has, principal(), place).refused();
  }

  /// Whether the caller has this role there.
  public boolean may(Role role, Place place) {
    return roleIn(place).allows(role);
  }

  private Role roleIn(Place place) {
    return principal().in(place.project(), place.services());
  }

  /// A parameter of the path.
  public String path(String name) {
    var value = path.get(name);
    if (value == null) throw new IllegalStateException("the route has no parameter " + name);
    return value;
  }

  /// The run that the path names under `id`.
  public RunId run() {
    try {
      return RunId.parse(path("id"));
    } catch (IllegalArgumentException notAnId) {
      throw Problem.of(Code.NOT_FOUND, String.valueOf(notAnId.getMessage())).refused();
    }
  }

  public Optional<String> header(String name) {
    return headers.apply(name);
  }

  public byte[] body() {
    return body.get();
  }

  /// The body as a JSON object with no other fields than these.
  public JsonObject json(String... fields) {
    return JsonObject.read(body(), fields);
  }

  /// Refuses query parameters other than these.
  public Call allow(String... names) {
    var known = Arrays.asList(names);
    for (var name : query.keySet()) {
      if (!known.contains(name)) {
        throw bad(
            "'%s' is not a query parameter here; %s".formatted(name, Nearest.hint(name, known)));
      }
    }
    return this;
  }

  /// A query parameter; one that is there and empty counts as absent.
  public Optional<String> query(String name) {
    var values = query.getOrDefault(name, List.of()).stream().filter(v -> !v.isEmpty()).toList();
    if (values.size() > 1) throw bad("query parameter '%s' comes twice".formatted(name));
    return values.stream().findFirst();
  }

  /// A query parameter that is a whole number in a range.
  public Optional<Integer> whole(String name, int least, int most) {
    return query(
        name,
        "a whole number from %d to %d".formatted(least, most),
        text -> {
          int value = Integer.parseInt(text);
          if (value < least || value > most) throw new NumberFormatException();
          return value;
        });
  }

  public Optional<LocalDate> date(String name) {
    return query(name, "a date such as 2026-11-23", LocalDate::parse);
  }

  public Optional<Instant> instant(String name) {
    return query(name, "a time such as 2026-11-23T06:30:00Z", Instant::parse);
  }

  public boolean isTrue(String name) {
    return query(name, "true or false", Call::truth).orElse(false);
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  /// A query parameter of some type.
  ///
  /// @param reader throws [IllegalArgumentException] or [DateTimeParseException] for what it cannot
  ///   read
  public <T> Optional<T> query(String name, String expected, Function<String, T> reader) {
    var text = query(name);
    if (text.isEmpty()) return Optional.empty();
    try {
      return Optional.of(reader.apply(text.get()));
    } catch (IllegalArgumentException | DateTimeParseException unfit) {
      throw bad("query parameter '%s' is to be %s, not '%s'".formatted(name, expected, text.get()));
    }
  }

  private static RuntimeException bad(String detail) {
    return Problem.of(Code.BAD_REQUEST, detail).refused();
  }
}
