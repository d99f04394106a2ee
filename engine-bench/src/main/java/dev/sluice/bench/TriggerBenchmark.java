package dev.sluice.bench;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.Device;
import dev.sluice.api.trigger.DeviceState;
import dev.sluice.api.trigger.MqttMessage;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CompiledTrigger;
import dev.sluice.core.graph.CompiledTrigger.Steps;
import dev.sluice.core.graph.Step;
import dev.sluice.core.trigger.FlowListing;
import dev.sluice.core.trigger.Match;
import dev.sluice.core.trigger.TriggerIndex;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Matching a fact against so many triggers in service, each of a flow of its own, and deploying one
 * more. A fact fires about ten of them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TriggerBenchmark {
  private static final Instant NOW = Instant.parse("2024-01-15T14:30:00Z");
  private static final int FIRED = 10;

  @Param({"1000", "100000"})
  private int triggers;

  private TriggerIndex index = TriggerIndex.empty();
  private DeviceState[] states = {};
  private MqttMessage[] messages = {};
  private int next;

  /** Deploys the flows and makes sure that facts fire what they are to fire. */
  @Setup
  public void deploy() {
    for (int i = 0; i < triggers; i++) {
      index = index.with("f" + i, listing("f" + i, trigger(i)));
    }
    states = new DeviceState[1_024];
    messages = new MqttMessage[states.length];
    for (int i = 0; i < states.length; i++) {
      int number = (int) ((long) i * triggers / states.length);
      Device device =
          Device.of("d" + number / FIRED)
              .named("Device " + number)
              .tagged("site", "s" + number / FIRED)
              .tagged("owner", "o" + number)
              .tagged("model", "m1")
              .tagged("fleet", "trucks", "north");
      states[i] =
          DeviceState.of(
              device, ObjectValue.builder().put("temperature", i).put("humidity", 45).build());
      messages[i] = MqttMessage.of("sites/" + number / FIRED + "/alarms/fire", "{}");
      Agreement.check("state", true, index.match(states[i], NOW).size() >= FIRED / 2);
      Agreement.check("message", true, !index.match(messages[i], NOW).isEmpty());
    }
  }

  /** Of ten triggers that follow each other, most are for the same device. */
  private static CompiledTrigger trigger(int i) {
    int group = i / FIRED;
    return switch (i % FIRED) {
      case 0, 1, 2 -> trigger("deviceId", "d" + group, ObjectValue.empty());
      case 3, 4, 5 ->
          trigger("deviceTag", "site/s" + group, ObjectValue.of("batchBehavior", Value.of("each")));
      case 6 -> trigger("deviceTag", "/s" + group, ObjectValue.empty());
      case 7 -> trigger("deviceIdConnect", "d" + group, ObjectValue.empty());
      case 8 -> trigger("mqttTopic", "sites/" + group + "/+/fire", ObjectValue.empty());
      default -> trigger("mqttTopic", "sites/" + group + "/#", ObjectValue.empty());
    };
  }

  private static CompiledTrigger trigger(String type, String key, ObjectValue config) {
    return new CompiledTrigger(type, key, "", config, ObjectValue.empty(), new Steps(Step.NONE));
  }

  private static FlowListing listing(String flowId, CompiledTrigger trigger) {
    CompiledFlow flow =
        new CompiledFlow(
            flowId,
            flowId,
            "develop",
            null,
            FlowClass.CLOUD,
            true,
            ObjectValue.empty(),
            List.of(trigger),
            null,
            Set.of(),
            null,
            ObjectValue.empty(),
            List.of(),
            false);
    return FlowListing.of(Optional.of(flow), List.of(flow));
  }

  private int next() {
    next = (next + 1) % states.length;
    return next;
  }

  @Benchmark
  public List<Match> matchState() {
    return index.match(states[next()], NOW);
  }

  @Benchmark
  public List<Match> matchMessage() {
    return index.match(messages[next()], NOW);
  }

  @Benchmark
  public TriggerIndex deployOneMore() {
    int number = triggers + next();
    return index.with("f" + number, listing("f" + number, trigger(number)));
  }

  @Benchmark
  public TriggerIndex deployAgain() {
    int number = (int) ((long) next() * triggers / states.length);
    return index.with("f" + number, listing("f" + number, trigger(number)));
  }
}
