package dev.sluice.nodes.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.Trigger;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.Run;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.trigger.ButtonPress;
import dev.sluice.api.trigger.Circumstances;
import dev.sluice.api.trigger.CustomNodeStart;
import dev.sluice.api.trigger.Device;
import dev.sluice.api.trigger.DeviceCommand;
import dev.sluice.api.trigger.DeviceInactivity;
import dev.sluice.api.trigger.DeviceState;
import dev.sluice.api.trigger.EdgeRequest;
import dev.sluice.api.trigger.EndpointRequest;
import dev.sluice.api.trigger.ExperienceEndpoint;
import dev.sluice.api.trigger.Fact;
import dev.sluice.api.trigger.Firing;
import dev.sluice.api.trigger.FlowFailure;
import dev.sluice.api.trigger.HttpRequest;
import dev.sluice.api.trigger.MqttMessage;
import dev.sluice.api.trigger.ResourceJobCompletion;
import dev.sluice.api.trigger.ResourceJobIteration;
import dev.sluice.api.trigger.ResourceJobTimeout;
import dev.sluice.api.trigger.TimerTick;
import dev.sluice.api.trigger.WebhookRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every trigger of every real flow fires by the fact that it waits for. */
class CorpusFactsTest {
  private static final Instant NOW = Instant.parse("2024-01-15T14:30:00Z");
  private static final Circumstances UNKNOWN = Circumstances.unknown();

  @Test
  void everyTriggerFiresByAFactOfItsKind() throws IOException {
    Set<String> types = new HashSet<>();
    try (Engine engine = Engine.builder().clock(() -> NOW).build()) {
      for (Corpus.Entry entry : Corpus.read()) {
        FlowVersion version = entry.version();
        engine.deploy(deployed(version));
        for (Trigger trigger : version.triggers()) {
          types.add(trigger.type());
          RunResult result = fire(engine, version, trigger);
          assertEquals(
              Value.of(trigger.type()),
              result.payload().get("triggerType"),
              () -> entry.name() + " " + trigger.key());
        }
        engine.undeploy(Objects.requireNonNull(version.flowId()));
      }
    }
    assertTrue(types.size() >= 15, () -> "Only " + types);
  }

  /** On a device, a version runs that is published. */
  private static FlowVersion deployed(FlowVersion version) {
    return version.flowClass() == FlowClass.EDGE
        ? FlowVersion.fromJson(
            version.toJson().toBuilder().put("id", "v1id").put("version", "v1").build())
        : version;
  }

  private static RunResult fire(Engine engine, FlowVersion version, Trigger trigger) {
    String flowId = Objects.requireNonNull(version.flowId());
    return switch (trigger.type()) {
      case "customNodeStart" -> run(engine, version, CustomNodeStart.withoutInputs().firing());
      case "flowError" -> run(engine, version, FlowFailure.of("other", "Error", "none").firing());
      default -> {
        Fact fact = fact(trigger, version);
        List<Run> runs = engine.publish(fact);
        assertTrue(runs.size() >= 1, () -> flowId + " " + trigger.key() + " by " + fact);
        yield runs.getFirst().join();
      }
    };
  }

  private static RunResult run(Engine engine, FlowVersion version, Firing firing) {
    return engine.run(
        Objects.requireNonNull(version.flowId()), firing.withVersion(version.version()));
  }

  private static Fact fact(Trigger trigger, FlowVersion version) {
    String key = String.valueOf(trigger.key());
    ObjectValue config = trigger.config();
    Circumstances named = UNKNOWN.forVersion(version.version());
    return switch (trigger.type()) {
      case "deviceId" -> DeviceState.of(Device.of(key), attributes(config)).in(named);
      case "deviceTag" -> DeviceState.of(tagged(key), attributes(config)).in(named);
      case "deviceTagInactivity" ->
          DeviceInactivity.of(tagged(key), (long) config.get("seconds").toNumber(), NOW);
      case "deviceCommand" -> DeviceCommand.of("command", NOW).with(ObjectValue.empty());
      case "mqttTopic" -> MqttMessage.of(key, "{}");
      case "timer" -> TimerTick.of(key);
      case "virtualButton" ->
          ButtonPress.of(key).in(version.flowClass() == FlowClass.EDGE ? UNKNOWN : named);
      case "webhook" -> WebhookRequest.of(key, HttpRequest.of("post", "/")).in(named);
      case "endpoint" ->
          EndpointRequest.of(HttpRequest.of("get", "/"), version.version())
              .at(ExperienceEndpoint.of(key, "get", "/"), ObjectValue.empty());
      case "request" ->
          EdgeRequest.of(
              HttpRequest.of(config.get("method").toText(), config.get("route").toText()), "r");
      case "resourceJobIteration" ->
          new ResourceJobIteration(
              key, "i", ObjectValue.empty(), "{}", ObjectValue.empty(), false, false, UNKNOWN);
      case "resourceJobIterationTimeout" ->
          new ResourceJobTimeout(
              key, "i", ObjectValue.empty(), "{}", ObjectValue.empty(), NOW, UNKNOWN);
      case "resourceJobComplete" ->
          new ResourceJobCompletion(
              key, true, ObjectValue.empty(), "{}", ObjectValue.empty(), UNKNOWN);
      default -> throw new AssertionError("The test has no fact for " + trigger.type());
    };
  }

  private static Device tagged(String key) {
    String[] parts = key.split("/", -1);
    return Device.of("d").named("Device").tagged(parts[0], parts[1].isEmpty() ? "x" : parts[1]);
  }

  private static ObjectValue attributes(ObjectValue config) {
    Value wanted = config.get("attributeWhitelist").get(0);
    return ObjectValue.of(wanted.isPresent() ? wanted.toText() : "any", Value.of(1));
  }
}
