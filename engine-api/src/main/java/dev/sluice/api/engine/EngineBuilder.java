package dev.sluice.api.engine;

import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunListener;
import dev.sluice.api.store.ScheduledRuns;
import dev.sluice.api.store.StorageProvider;
import dev.sluice.api.store.Store;
import dev.sluice.api.trigger.EdgeAgent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Sets up an engine. Not safe for use by several threads. */
public interface EngineBuilder {
  /**
   * Adds a node type; it takes the place of another of the same type name.
   *
   * @param nodeType the node type
   * @return this
   */
  EngineBuilder nodeType(NodeType<?> nodeType);

  /**
   * Names the application that the flows belong to, as their payloads show it.
   *
   * @param id what becomes {@code applicationId}; empty by default
   * @param name what becomes {@code applicationName}; empty by default
   * @return this
   */
  EngineBuilder application(String id, String name);

  /**
   * Sets the application's globals, which a flow's own globals override.
   *
   * @param globals values by key; none by default
   * @return this
   */
  EngineBuilder globals(Map<String, Value> globals);

  /**
   * Sets the globals of a version of the experience, which override the application's for the
   * experience flows of that version. A flow's own globals override both.
   *
   * @param version the experience version's name, which is that of its flows' versions
   * @param globals values by key; none by default
   * @return this
   */
  EngineBuilder experienceGlobals(String version, Map<String, Value> globals);

  /**
   * Sets the agent that edge and embedded flows run on.
   *
   * @param agent asked at the beginning of each of their runs, by any thread; without one, payloads
   *     have no entries of an agent
   * @return this
   */
  EngineBuilder edgeAgent(Supplier<EdgeAgent> agent);

  /**
   * Sets the limits of runs.
   *
   * @param limits the limits; {@link EngineLimits#defaults()} by default
   * @return this
   */
  EngineBuilder limits(EngineLimits limits);

  /**
   * Sets the store of the engine. The flows in it are in service as soon as the engine is built;
   * each is read and compiled when it is first used. What has to look at all of them (facts,
   * deployments, the management) may wait at first: what is needed to find a flow is read in the
   * background, on a thread that ends with it. The scheduled runs in the store are taken up; those
   * that are due begin. The engine does not close the store: whoever opened it does, after the
   * engine.
   *
   * @param store the store; in memory, gone with the engine, by default
   * @return this
   */
  EngineBuilder store(Store store);

  /**
   * Sets how what runs did is kept.
   *
   * @param recording how; {@link Recording#defaults()} by default
   * @return this
   */
  EngineBuilder recording(Recording recording);

  /**
   * Sets where flows keep their storage entries.
   *
   * @param storage the storage; that of the engine's store by default
   * @return this
   */
  EngineBuilder storage(StorageProvider storage);

  /**
   * Sets where scheduled runs are kept until they come.
   *
   * @param scheduledRuns the scheduled runs; those of the engine's store by default
   * @return this
   */
  EngineBuilder scheduledRuns(ScheduledRuns scheduledRuns);

  /**
   * Sets where the engine's meters are registered. Needs {@code micrometer-core} on the class or
   * module path, which nothing else does.
   *
   * @param registry the registry; without one nothing is metered
   * @return this
   */
  default EngineBuilder meters(MeterRegistry registry) {
    return meters(registry, List.of());
  }

  /**
   * Sets where the engine's meters are registered, as {@link #meters(MeterRegistry)} does, and what
   * tells them from those of other engines on the same registry.
   *
   * @param registry the registry
   * @param tags are on each of the engine's meters; all engines on a registry need the same keys,
   *     and each values of its own
   * @return this
   */
  EngineBuilder meters(MeterRegistry registry, Iterable<Tag> tags);

  /**
   * Adds someone who sees all runs as they happen. With none, nothing is spent on it.
   *
   * @param listener the listener
   * @return this
   */
  EngineBuilder listener(RunListener listener);

  /**
   * Sets the clock that flows see.
   *
   * @param clock the clock; the system's by default
   * @return this
   */
  EngineBuilder clock(InstantSource clock);

  /**
   * Sets the randomness that flows see.
   *
   * @param random a generator that is safe for many threads; a secure one by default
   * @return this
   */
  EngineBuilder random(RandomGenerator random);

  /**
   * Builds the engine.
   *
   * @return a running engine
   * @throws dev.sluice.api.store.StoreException if the store cannot be read
   */
  Engine build();
}
