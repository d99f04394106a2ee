package dev.sluice.core.manage;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;

/** What the management does, on any store. */
public abstract class ManagementContract
    implements FlowContract,
        FlowsContract,
        FlowVersionsContract,
        CustomNodesContract,
        StorageEntriesContract,
        PressContract,
        RunRecordsContract,
        ImportContract,
        OpeningContract {
  private final TestClock clock = new TestClock();
  private final List<Engine> engines = new ArrayList<>();
  private final Store store;

  /**
   * What the management does on a store.
   *
   * @param store a store that has nothing in it
   */
  protected ManagementContract(Store store) {
    this.store = store;
    another();
  }

  @AfterEach
  final void close() {
    engines.forEach(engine -> engine.close(Duration.ofSeconds(10)));
    store.close();
  }

  @Override
  public final TestClock clock() {
    return clock;
  }

  @Override
  public final Store store() {
    return store;
  }

  @Override
  public final Engine engine() {
    return engines.getFirst();
  }

  @Override
  public final Engine another() {
    var builder =
        Engine.builder()
            .application(APPLICATION, "name of application")
            .clock(clock)
            .random(new Random(engines.size() + 1L))
            .store(store);
    TestNodes.all().forEach(builder::nodeType);
    Engine engine = builder.build();
    engines.add(engine);
    return engine;
  }
}
