package dev.sluice.server.durable;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.manage.Management;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.store.Store;
import dev.sluice.api.trigger.Firing;
import dev.sluice.core.store.sql.ChildJvm;
import java.nio.file.Path;
import java.util.Random;

/**
 * A process whose engine runs flows until it is killed, and tells each change once it was
 * acknowledged: {@code + KEY SUM}, {@code version NUMBER}, {@code default NUMBER}, {@code deleted
 * NUMBER}, {@code soon KEY}, {@code later KEY}.
 */
final class CrashingEngine {
  static final int THREADS = 16;

  /** What all threads count. */
  static final String SHARED = "shared";

  /** How many versions there are at a time. */
  static final int VERSIONS = 10;

  /** How many threads schedule. */
  static final int SCHEDULERS = 4;

  /** Soon is within this, and later is not before a test has ended. */
  private static final int SOON_MILLIS = 400;

  private static final int LATER_SECONDS = 86_400;

  private final Engine engine;
  private final CrashFlows flows;

  private CrashingEngine(Engine engine, CrashFlows flows) {
    this.engine = engine;
    this.flows = flows;
  }

  /**
   * Runs flows.
   *
   * @param arguments the folder, the number of the first version, the number of the first schedule,
   *     and the ids of the flows
   */
  public static void main(String[] arguments) throws InterruptedException {
    Store store = Store.open(Path.of(arguments[0]));
    CrashingEngine crashing =
        new CrashingEngine(
            Engine.builder().store(store).build(),
            new CrashFlows(arguments[3], arguments[4], arguments[5], arguments[6]));
    int firstVersion = Integer.parseInt(arguments[1]);
    int firstSchedule = Integer.parseInt(arguments[2]);
    for (int i = 0; i < THREADS; i++) {
      int number = i;
      start(() -> crashing.count(key(number)));
    }
    for (int i = 0; i < SCHEDULERS; i++) {
      int number = i;
      start(() -> crashing.schedule(number, firstSchedule));
    }
    start(() -> crashing.deploy(firstVersion)).join();
  }

  /** Whoever fails ends the process, which must not end by itself. */
  private static Thread start(Runnable work) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                work.run();
              } catch (RuntimeException e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
              }
            });
  }

  static String key(int thread) {
    return "key" + thread;
  }

  private RunResult press(String flowId, ObjectValue data) {
    RunResult result = engine.run(flowId, Firing.virtualButton().withData(data));
    if (result.state() != RunState.COMPLETED) {
      throw new IllegalStateException("A run did not complete: " + result);
    }
    return result;
  }

  private void count(String mine) {
    while (true) {
      for (String key : new String[] {mine, SHARED}) {
        RunResult result = press(flows.counter(), ObjectValue.of("key", Value.of(key)));
        long sum = (long) result.payload().get("working").get("sum").toNumber();
        ChildJvm.tell("+ " + key + " " + sum);
      }
    }
  }

  private void deploy(int first) {
    Management management = engine.manage();
    for (int number = first; ; number++) {
      String id =
          String.valueOf(
              management.flowVersions(flows.versioned()).post(CrashFlows.version(number)).id());
      ChildJvm.tell("version " + number);
      management.flow(flows.versioned()).patch(ObjectValue.of("defaultVersionId", Value.of(id)));
      ChildJvm.tell("default " + number);
      int old = number - VERSIONS;
      if (old > 0) {
        management.flowVersion(flows.versioned(), Integer.toString(old)).delete();
        ChildJvm.tell("deleted " + old);
      }
    }
  }

  private void schedule(int thread, int first) {
    Random random = new Random(31L * first + thread);
    for (int number = first; ; number++) {
      String key = thread + "-" + number;
      boolean soon = random.nextInt(10) > 0;
      String seconds =
          soon
              ? Double.toString(random.nextInt(SOON_MILLIS) / 1_000.0)
              : Integer.toString(LATER_SECONDS);
      press(
          flows.scheduler(), ObjectValue.builder().put("key", key).put("seconds", seconds).build());
      ChildJvm.tell((soon ? "soon " : "later ") + key);
    }
  }
}
