package outturn.runtime.metric;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import outturn.runtime.decide.Inbox;
import outturn.store.database.Database;
import outturn.store.database.Lane;
import outturn.store.journal.Journal;

/// All figures of this server; `docs/metrics.md` lists them. Their names begin with `outturn_`.
public final class Metrics implements AutoCloseable {
  /// Of Prometheus' text format.
  public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final String PREFIX = "outturn.";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Batches batches;

  // The registry itself holds them weakly.
  private final List<Supplier<Number>> kept = new CopyOnWriteArrayList<>();

  public Metrics() {
    registry.config().meterFilter(prefixed());
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    this.batches = new Batches(registry);
  }

  private static MeterFilter prefixed() {
    return new MeterFilter() {
      @Override
      public Meter.Id map(Meter.Id id) {
        return id.getName().startsWith(PREFIX) ? id : id.withName(PREFIX + id.getName());
      }
    };
  }

  /// Counts what the journal commits.
  public Journal.Watch journal() {
    return batches;
  }

  /// Tells how much waits to be decided.
  public void inbox(Inbox inbox) {
    gauge("inbox.waiting", Tag.NONE, "events and requests that wait for a decision", inbox::size);
  }

  /// Tells about the connections of all lanes.
  public void connections(Database database) {
    for (var lane : Lane.values()) {
      var tag = new Tag("pool", lane.word());
      gauge("database.connections.used", tag, "in use", () -> database.use(lane).used());
      gauge("database.connections.idle", tag, "open, and free", () -> database.use(lane).idle());
      gauge("database.connections.limit", tag, "at most", () -> database.use(lane).limit());
      gauge("database.waiting", tag, "wait for one", () -> database.use(lane).waiting());
    }
  }

  /// What tells figures of one name apart.
  public record Tag(String name, String value) {
    public static final Tag NONE = new Tag("", "");

    private Tags tags() {
      return name.isEmpty() ? Tags.empty() : Tags.of(name, value);
    }
  }

  /// A figure that goes up and down.
  public void gauge(String name, Tag tag, String description, Supplier<Number> now) {
    Gauge.builder(name, now).tags(tag.tags()).description(description).register(registry);
  }

  /// A figure that only grows.
  public void counter(String name, Tag tag, String description, Supplier<Number> now) {
    kept.add(now);
    FunctionCounter.builder(name, now, supplier -> supplier.get().doubleValue())
        .tags(tag.tags())
        .description(description)
        .register(registry);
  }

  /// All of them, in Prometheus' text format.
  public String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    registry.close();
  }
}
