package outturn.bench.idle;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import outturn.bench.Figure;
import outturn.bench.host.CpuUse;
import outturn.bench.host.Pressure;
import outturn.bench.host.ServerProcesses;
import outturn.bench.host.ServerProcesses.Memory;
import outturn.cli.terminal.Facts;
import tools.jackson.databind.node.ObjectNode;

/// What was used while nothing was to be done.
public record Idle(
    Duration window, Optional<CpuUse> cpu, Optional<Memory> resident, OptionalDouble pressure) {
  private static final double PERCENT = 100;
  private static final double MEGABYTE = 1e6;

  /// @param settle how long to wait before, so that what was done is over
  /// @param window how long to look
  public static Idle measured(ServerProcesses processes, Duration settle, Duration window)
      throws InterruptedException {
    Thread.sleep(settle);
    var pressure = Pressure.now();
    var before = processes.cpuTime();
    var began = System.nanoTime();
    Thread.sleep(window);
    var took = Duration.ofNanos(System.nanoTime() - began);
    var used = before.flatMap(earlier -> processes.cpuTime().map(later -> later.since(earlier)));
    return new Idle(took, used, processes.resident(), pressure);
  }

  public static double megabytes(long bytes) {
    return bytes / MEGABYTE;
  }

  /// The figures in JSON.
  public void put(ObjectNode all) {
    Figure.put(all, "seconds", window.toMillis() / 1e3);
    cpu.ifPresent(used -> {
      var percent = all.putObject("cpuPercentOfCore");
      Figure.put(percent, "server", percentOfCore(used.server()));
      Figure.put(percent, "postgresql", percentOfCore(used.postgres()));
      Figure.put(percent, "total", percentOfCore(used.total()));
    });
    resident.ifPresent(memory -> {
      var megabytes = all.putObject("residentMegabytes");
      Figure.put(megabytes, "server", megabytes(memory.server()));
      Figure.put(megabytes, "postgresql", megabytes(memory.postgres()));
      Figure.put(megabytes, "total", megabytes(memory.total()));
    });
    Figure.put(all.putObject("pressure"), "before", pressure);
  }

  /// The figures for a person.
  public Facts inWords() {
    return new Facts()
        .add("CPU", cpu.map(this::inWords).orElse("not known"))
        .add("resident", resident.map(Idle::inWords).orElse("not known"))
        .add("CPU pressure before", Pressure.inWords(pressure));
  }

  private double percentOfCore(Duration used) {
    return PERCENT * used.toNanos() / window.toNanos();
  }

  private String inWords(CpuUse used) {
    return "%.2f %% of a core: server %.2f %%, PostgreSQL %.2f %%"
        .formatted(
            percentOfCore(used.total()),
            percentOfCore(used.server()),
            percentOfCore(used.postgres()));
  }

  private static String inWords(Memory memory) {
    return "%.0f MB: server %.0f MB, PostgreSQL %.0f MB"
        .formatted(
            megabytes(memory.total()), megabytes(memory.server()), megabytes(memory.postgres()));
  }
}
