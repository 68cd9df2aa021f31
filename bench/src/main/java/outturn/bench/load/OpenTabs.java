package outturn.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import outturn.cli.client.Client;
import outturn.cli.client.Connection;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;

/// Browsers that show the page Now, each as that page does: it listens for news, asks anew when
/// there are some, and asks every 15 seconds what is at risk.
public final class OpenTabs implements AutoCloseable {
  private static final String EVENTS = "/api/v1/now/events";
  private static final String NOW = "/api/v1/now";
  private static final String AT_RISK = "/api/v1/at-risk";
  private static final String NEWS = "event:changed";
  private static final long RISK_EVERY = Duration.ofSeconds(15).toNanos();

  private final Connection connection;
  private final LongSupplier ticker;
  private final LongAdder asks = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final AtomicReference<Optional<CommandFailed>> broken =
      new AtomicReference<>(Optional.empty());
  private final List<Tab> tabs = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private OpenTabs(Connection connection, LongSupplier ticker) {
    this.connection = connection;
    this.ticker = ticker;
  }

  /// Opens pages and lets them listen, after each has asked for all that it shows.
  ///
  /// @param ticker monotonic nanoseconds
  public static OpenTabs open(Client client, int count, LongSupplier ticker) {
    var tabs = new OpenTabs(client.connection(), ticker);
    for (var i = 0; i < count; i++) tabs.add();
    return tabs;
  }

  private void add() {
    var tab = new Tab(Caller.of(connection), Caller.of(connection));
    tabs.add(tab);
    tab.ask(NOW);
    tab.askRisk();
    threads.execute(tab::look);
  }

  private final class Tab {
    private final Caller listening;
    private final Caller asking;
    private long askedRisk;

    private Tab(Caller listening, Caller asking) {
      this.listening = listening;
      this.asking = asking;
    }

    private void look() {
      try {
        listening.listen(EVENTS, this::heard);
      } catch (CommandFailed failed) {
        broken.compareAndSet(Optional.empty(), Optional.of(failed));
      }
    }

    private void heard(String line) {
      if (line.startsWith(NEWS)) ask(NOW);
      if (ticker.getAsLong() - askedRisk >= RISK_EVERY) askRisk();
    }

    private void askRisk() {
      askedRisk = ticker.getAsLong();
      ask(AT_RISK);
    }

    private void ask(String path) {
      asks.increment();
      try {
        bytes.add(asking.discard(path));
      } catch (CommandFailed failed) {
        if (failed.exitCode() != ExitCode.REFUSED) throw failed;
        refused.increment();
      }
    }

    private void close() {
      listening.close();
      asking.close();
    }
  }

  /// How often they have asked until now.
  public long asks() {
    return asks.sum();
  }

  /// How often the server was too busy to answer.
  public long refused() {
    return refused.sum();
  }

  /// How much they were answered until now.
  public long bytes() {
    return bytes.sum();
  }

  /// @throws CommandFailed when one of them could not go on
  public void check() {
    broken
        .get()
        .ifPresent(failed -> {
          throw failed;
        });
  }

  @Override
  public void close() {
    tabs.forEach(Tab::close);
    threads.close();
  }
}
