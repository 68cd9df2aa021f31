package outturn.runtime.event;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import outturn.definition.expression.Templates;
import outturn.definition.trigger.Source;
import outturn.definition.trigger.Trigger;
import outturn.engine.trigger.Armed;
import outturn.store.event.EventEntry;

/// Webhooks: who may call one, and what the call means.
public final class Hooks {
  private static final String USUAL_KEY = "Idempotency-Key";
  private static final int LONGEST_KEY = 500;

  private final Arrivals arrivals;
  private final Function<String, Optional<String>> secrets;

  /// @param secrets finds one by its name as expressions write it
  public Hooks(Arrivals arrivals, Function<String, Optional<String>> secrets) {
    this.arrivals = arrivals;
    this.secrets = secrets;
  }

  /// A webhook in force.
  public record Hook(Armed armed, Trigger.Part part, Source.Webhook source) {}

  /// A request to a webhook.
  public static final class Request {
    private final Function<String, Optional<String>> headers;
    private final byte[] body;
    private final Supplier<Object> json;

    /// @param headers finds one by name
    /// @param body the bytes themselves, not a copy
    /// @param json reads the body as JSON
    public Request(Function<String, Optional<String>> headers, byte[] body, Supplier<Object> json) {
      this.headers = headers;
      this.body = body;
      this.json = json;
    }

    private Optional<String> header(String name) {
      return headers.apply(name);
    }
  }

  /// Finds a webhook.
  ///
  /// @param name of a trigger, or of a part of one: `trigger.part`
  public Optional<Hook> find(String workflow, String name) {
    int dot = name.indexOf('.');
    var trigger = dot < 0 ? name : name.substring(0, dot);
    var partName = dot < 0 ? "" : name.substring(dot + 1);
    return arrivals
        .armed()
        .filter(
            armed -> armed.workflow().equals(workflow) && armed.trigger().name().equals(trigger))
        .flatMap(armed ->
            armed.trigger().part(partName).stream()
                .filter(part -> part.source() instanceof Source.Webhook)
                .map(part -> new Hook(armed, part, (Source.Webhook) part.source())))
        .findFirst();
  }

  /// Whether the request carries the signature that the webhook asks for.
  public boolean signed(Hook hook, Request request) {
    if (hook.source().signed().isEmpty()) return false;
    var signed = hook.source().signed().get();
    var given = request.header(signed.header());
    var names = Templates.secretsOf(signed.secret());
    if (given.isEmpty() || names.isEmpty()) return false;
    var secret = secrets.apply(names.iterator().next());
    return secret.isPresent() && Signature.matches(given.get(), request.body, secret.get());
  }

  /// Takes a request whose sender may send it.
  ///
  /// @throws Unfit when it does not say what the webhook needs
  public EventEntry take(Hook hook, Request request) throws InterruptedException {
    var key = key(hook, request);
    Map<String, Object> values = new HashMap<>();
    if (!hook.source().values().isEmpty()) {
      values.putAll(Picked.from(request.json.get(), hook.source().values()));
    }
    values.put("key", key);
    var event = arrivals.arrived(hook.armed(), hook.part(), key, values);
    arrivals.send(hook.armed(), event);
    return arrivals.decided(event);
  }

  private static String key(Hook hook, Request request) {
    var wanted = hook.source().key();
    if (wanted.isEmpty()) {
      return request.header(USUAL_KEY).map(Hooks::fit).orElseGet(Hooks::fresh);
    }
    return switch (wanted.get()) {
      case Source.Key.Header(var name) ->
          request
              .header(name)
              .map(Hooks::fit)
              .orElseThrow(() ->
                  new Unfit("expected the header %s, which tells events apart".formatted(name)));
      case Source.Key.Body(var path) ->
          path.value(request.json.get())
              .map(value -> fit(String.valueOf(value)))
              .orElseThrow(() ->
                  new Unfit(
                      "expected a value at %s of the body, which tells events apart"
                          .formatted(path)));
    };
  }

  private static String fit(String key) {
    if (!key.isBlank() && key.length() <= LONGEST_KEY && key.indexOf('\0') < 0) return key;
    throw new Unfit("the key of an event has 1 to %d characters".formatted(LONGEST_KEY));
  }

  /// Nothing tells whether it is the same as another one.
  private static String fresh() {
    return "request-" + UUID.randomUUID();
  }
}
