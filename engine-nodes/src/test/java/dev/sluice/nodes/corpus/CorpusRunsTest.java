package dev.sluice.nodes.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.engine.EngineLimits;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.Trigger;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunResult;
import dev.sluice.api.run.RunState;
import dev.sluice.api.trigger.Firing;
import dev.sluice.nodes.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every real flow, fired through each of its triggers, ends, and ends the same way each time. */
class CorpusRunsTest {
  private static final Instant NOW = Instant.parse("2024-01-15T14:30:00Z");
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  /** What may end a run of a real flow early; anything else is the engine's own failure. */
  private static final Pattern NAMED =
      Pattern.compile(
          "NotImplementedError|TemplateError|ValidationError|ThrowError|CustomNodeNotFoundError"
              + "|CredentialNotFoundError|FileAccessError|PayloadTooLarge|FunctionNode[A-Z]\\w*Error|FunctionNodeError");

  private static final Value DATA =
      Json.value(
          """
          {topic: 'losant/device/state', message: '{"temp": 21}', method: 'post', path: '/x',
            body: {email: 'a@example.com', password: 'p', name: 'N', temp: 21},
            headers: {accept: '*/*', cookie: ''}, query: {page: '2', search: 'x'},
            params: {id: '5b6b6ac661b32f0007645f58', deviceId: '5b6b6ac661b32f0007645f59'},
            cookies: {}, replyId: 'reply', temp: 21,
            errorInfo: {error: {name: 'Error', message: 'made up'}},
            erroredPayload: {data: {}}, items: [1, 2, 3], text: 'a,b'}""");

  private static final Value EXPERIENCE =
      Json.value(
          """
          {user: {id: '5b6b6ac661b32f0007645f60', email: 'a@example.com', firstName: 'A',
            lastName: 'B', userTags: {cpf_role: 'admin', role: 'admin'},
            experienceGroups: [{id: '5b6b6ac661b32f0007645f61', name: 'G', tags: {}}]},
            endpoint: {id: '5b6b6ac661b32f0007645f62', method: 'get', route: '/x'}}""");

  @Test
  void everyFlowEndsAndEndsTheSameWayTwice() throws IOException {
    List<Corpus.Entry> entries = Corpus.read();
    Map<String, String> first = endings(entries);
    assertEquals(first, endings(entries));
    Map<String, Integer> counts = new TreeMap<>();
    first.values().forEach(ending -> counts.merge(ending.split("[:\n]", 2)[0], 1, Integer::sum));
    System.out.println("Corpus: " + first.size() + " runs " + counts);
    assertTrue(first.size() > entries.size(), "Triggers were not fired");
  }

  /** A flow that waits would have to be left out of the runs, by name. */
  @Test
  void noFlowWaits() throws IOException {
    assertEquals(
        List.of(),
        Corpus.read().stream()
            .filter(
                entry ->
                    entry.version().nodes().stream()
                        .anyMatch(node -> node.type().equals("DelayNode")))
            .map(Corpus.Entry::name)
            .toList());
  }

  private static Map<String, String> endings(List<Corpus.Entry> entries) {
    Map<String, String> endings = new TreeMap<>();
    try (Engine engine =
        Engine.builder()
            .clock(() -> NOW)
            .random(new SplittableRandom(42))
            .application("5b6b6ac661b32f0007645f58", "Application")
            .limits(EngineLimits.defaults().withRunDeadline(DEADLINE))
            .build()) {
      entries.stream()
          .map(Corpus.Entry::version)
          .filter(version -> version.flowClass() == FlowClass.CUSTOM_NODE)
          .forEach(engine::deploy);
      for (Corpus.Entry entry : entries) {
        engine.deploy(entry.version());
        for (Trigger trigger : entry.version().triggers()) {
          endings.put(
              entry.name() + " " + trigger.type() + " " + trigger.key(),
              fire(engine, entry.version(), trigger));
        }
      }
    }
    return endings;
  }

  private static String fire(Engine engine, FlowVersion version, Trigger trigger) {
    Firing firing =
        Firing.of(trigger.type())
            .withVersion(version.version())
            .with("experience", EXPERIENCE)
            .with("deviceTags", Json.value("{}"));
    if (trigger.key() != null) {
      firing = firing.withKey(trigger.key());
    }
    if (!trigger.meta().get("payload").isTruthy()) {
      firing = firing.withData(DATA);
    }
    RunResult result = engine.run(String.valueOf(version.flowId()), firing);
    assertTrue(
        Set.of(RunState.COMPLETED, RunState.ERRORED).contains(result.state()),
        () -> version.name() + ": " + result.state() + " " + result.error());
    result
        .error()
        .ifPresent(
            error -> {
              assertTrue(
                  NAMED.matcher(error.name()).matches(), () -> version.name() + ": " + error);
              assertTrue(error.place().isPresent(), () -> version.name() + ": " + error);
            });
    return result.error().map(error -> error.name() + ": " + error.message()).orElse("COMPLETED")
        + "\n"
        + result.nodesExecuted()
        + " nodes\n"
        + new TreeSet<>(result.storageWrites().stream().map(Object::toString).toList())
        + "\n"
        + result.payload().toJson();
  }
}
