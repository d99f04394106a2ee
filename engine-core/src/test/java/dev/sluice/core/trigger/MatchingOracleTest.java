package dev.sluice.core.trigger;

import static dev.sluice.core.trigger.TestFlows.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.Circumstances;
import dev.sluice.api.trigger.Device;
import dev.sluice.api.trigger.DeviceState;
import dev.sluice.api.trigger.EdgeRequest;
import dev.sluice.api.trigger.EventChange;
import dev.sluice.api.trigger.Fact;
import dev.sluice.api.trigger.FileChange;
import dev.sluice.api.trigger.HttpRequest;
import dev.sluice.api.trigger.IntegrationContent;
import dev.sluice.api.trigger.IntegrationEvent;
import dev.sluice.api.trigger.MqttMessage;
import dev.sluice.api.trigger.StateBatch;
import dev.sluice.api.trigger.StateReport;
import dev.sluice.core.graph.CompiledFlow;
import dev.sluice.core.graph.CompiledTrigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Flows come and go at random; after each change, random facts fire what asking every trigger of
 * every flow, one after the other and in the plainest way, says they fire.
 */
class MatchingOracleTest {
  private static final int CHANGES = 400;
  private static final int FACTS = 12;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theIndexFindsWhatAScanFinds(long seed) {
    Dice dice = new Dice(new Random(seed));
    Map<String, List<CompiledFlow>> deployed = new TreeMap<>();
    TriggerIndex index = TriggerIndex.empty();
    int fired = 0;
    for (int i = 0; i < CHANGES; i++) {
      String id = "f" + dice.number(30);
      if (dice.number(4) == 0) {
        deployed.remove(id);
        index = index.without(id);
      } else {
        List<CompiledFlow> versions = List.of(dice.flow(id, "develop"), dice.flow(id, "v1"));
        deployed.put(id, versions);
        index = index.with(id, FlowListing.of(Optional.of(versions.getFirst()), versions));
      }
      for (int j = 0; j < FACTS; j++) {
        Fact fact = dice.fact();
        List<String> expected = scan(deployed, fact);
        assertEquals(expected, found(index, fact), () -> fact.toString());
        fired += expected.size();
      }
    }
    assertTrue(fired > CHANGES, "Hardly anything fired: " + fired);
  }

  private static List<String> found(TriggerIndex index, Fact fact) {
    return index.match(fact, NOW).stream()
        .map(match -> match.flow() + " " + match.trigger().key() + " " + match.firing().data())
        .toList();
  }

  // ---- the plain way

  private static List<String> scan(Map<String, List<CompiledFlow>> deployed, Fact fact) {
    List<String> fired = new ArrayList<>();
    for (List<CompiledFlow> versions : deployed.values()) {
      String wanted =
          fact instanceof DeviceState || fact instanceof IntegrationEvent
              ? fact.version().orElse("develop")
              : "develop";
      for (CompiledFlow flow : versions) {
        if (flow.version().equals(wanted)) {
          for (CompiledTrigger trigger : flow.triggers()) {
            for (Value data : fires(trigger, fact)) {
              fired.add(flow + " " + trigger.key() + " " + data);
            }
          }
        }
      }
    }
    return fired;
  }

  private static List<Value> fires(CompiledTrigger trigger, Fact fact) {
    return switch (fact) {
      case DeviceState state when trigger.type().startsWith("device") -> states(trigger, state);
      case MqttMessage message when trigger.type().equals("mqttTopic") ->
          topic(trigger.key(), message.topic()) ? data(fact) : List.of();
      case EventChange event when trigger.type().equals("event") ->
          event(trigger, event) ? data(fact) : List.of();
      case FileChange file when trigger.type().equals("appFile") ->
          file(trigger, file) ? data(fact) : List.of();
      case EdgeRequest request when trigger.type().equals("request") -> request(trigger, request);
      case IntegrationEvent event when trigger.type().equals("integration") ->
          integration(trigger, event) ? data(fact) : List.of();
      default -> List.of();
    };
  }

  private static List<Value> data(Fact fact) {
    Value data = fact.firing().data();
    return data == null ? List.of() : List.of(data);
  }

  private static List<Value> states(CompiledTrigger trigger, DeviceState state) {
    if (!(trigger.type().equals("deviceId")
        ? trigger.key().equals(state.device().id())
        : hasTag(state.device(), trigger.key()))) {
      return List.of();
    }
    String on = trigger.config().get("triggerOn").toText();
    if (state.report() instanceof StateReport report) {
      return !on.equals("batch") && passes(trigger, report)
          ? List.of(report.attributes())
          : List.of();
    }
    if (on.equals("individual")) {
      return List.of();
    }
    if (trigger.config().get("batchBehavior").toText().equals("once")) {
      return data(state.in(Circumstances.at(NOW)));
    }
    List<Value> each = new ArrayList<>();
    for (StateReport report : ((StateBatch) state.report()).reports()) {
      if (passes(trigger, report)) {
        each.add(report.attributes());
      }
    }
    return each;
  }

  private static boolean hasTag(Device device, String key) {
    String[] parts = key.split("/", -1);
    for (Map.Entry<String, List<String>> tag : device.tags().entrySet()) {
      for (String value : tag.getValue()) {
        if ((parts[0].isEmpty() || parts[0].equals(tag.getKey()))
            && (parts[1].isEmpty() || parts[1].equals(value))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean passes(CompiledTrigger trigger, StateReport report) {
    Value wanted = trigger.config().get("attributeWhitelist").get(0);
    Value unwanted = trigger.config().get("attributeBlacklist").get(0);
    if (wanted.isPresent() && !report.attributes().has(wanted.toText())) {
      return false;
    }
    boolean others = false;
    for (String name : report.attributes().keys()) {
      others |= !name.equals(unwanted.toText());
    }
    return !unwanted.isPresent() || others;
  }

  private static boolean topic(String filter, String topic) {
    String pattern =
        filter.equals("#")
            ? ".*"
            : filter.endsWith("/#")
                ? levels(filter.substring(0, filter.length() - 2)) + "(/.*)?"
                : levels(filter);
    return topic.matches(pattern);
  }

  private static String levels(String filter) {
    return filter.replace("+", "[^/]*");
  }

  private static boolean event(CompiledTrigger trigger, EventChange event) {
    String subject = trigger.config().get("subject").toText();
    boolean level = trigger.key().equals("any") || trigger.key().equals(event.level().key());
    return level
        && trigger.config().get("new").isTruthy()
        && (subject.isEmpty()
            || Pattern.compile(subject.replace("*", ".*"), Pattern.CASE_INSENSITIVE)
                .matcher(event.subject())
                .matches());
  }

  private static boolean file(CompiledTrigger trigger, FileChange file) {
    return trigger.config().get(file.action().key()).isTruthy()
        && (trigger.key().endsWith("/")
            ? file.path().startsWith(trigger.key())
            : file.path().equals(trigger.key()));
  }

  private static List<Value> request(CompiledTrigger trigger, EdgeRequest request) {
    String method = trigger.config().get("method").toText();
    String route = trigger.config().get("route").toText();
    if (!method.equals("*") && !method.equals(request.request().method())) {
      return List.of();
    }
    if (route.isEmpty()) {
      return data(request);
    }
    String pattern =
        route
            .replace("/{rest*}", "(?:/(?<rest>.*))?")
            .replace("/{maybe?}", "(?:/(?<maybe>[^/]*))?")
            .replaceAll("\\{(one|two)}", "(?<$1>[^/]+)");
    var matcher = Pattern.compile(pattern).matcher(request.request().path());
    if (!matcher.matches()) {
      return List.of();
    }
    ObjectValue.Builder params = ObjectValue.builder();
    for (String name : List.of("one", "two", "maybe", "rest")) {
      String value = matcher.namedGroups().containsKey(name) ? matcher.group(name) : null;
      if (value != null && !value.isEmpty()) {
        params.put(name, value);
      }
    }
    return Optional.ofNullable(request.firing(params.build()).data()).stream().toList();
  }

  private static boolean integration(CompiledTrigger trigger, IntegrationEvent event) {
    return trigger.key().equals(event.integrationId())
        && trigger.config().get(event.content().type().key()).isTruthy();
  }

  // ---- chance

  /** Draws triggers and facts from so few words that they often meet. */
  private record Dice(Random random) {
    int number(int bound) {
      return random.nextInt(bound);
    }

    String of(String... words) {
      return words[random.nextInt(words.length)];
    }

    CompiledFlow flow(String id, String version) {
      CompiledTrigger[] triggers = new CompiledTrigger[number(6)];
      for (int i = 0; i < triggers.length; i++) {
        triggers[i] = trigger();
      }
      return TestFlows.flow(FlowClass.CLOUD, id, version, triggers);
    }

    private CompiledTrigger trigger() {
      return switch (number(7)) {
        case 0 -> TestFlows.trigger("deviceId", of("d1", "d2", "d3"), filter());
        case 1, 2 ->
            TestFlows.trigger("deviceTag", of("a", "b", "") + "/" + of("1", "2", ""), filter());
        case 3 -> TestFlows.trigger("mqttTopic", topic("+", "#"), "{}");
        case 4 ->
            TestFlows.trigger(
                "event",
                of("any", "info", "error"),
                "{'subject':'" + of("", "hot", "h*", "*t", "c*d") + "','new':" + flag() + "}");
        case 5 ->
            random.nextBoolean()
                ? TestFlows.trigger(
                    "appFile",
                    of("/", "/a/", "/a/b/", "/a", "/a/b", "/c"),
                    "{'create':" + flag() + ",'delete':" + flag() + "}")
                : TestFlows.trigger(
                    "integration", of("i1", "i2"), "{'message':" + flag() + ",'connect':true}");
        default ->
            TestFlows.trigger(
                "request",
                "k",
                "{'method':'"
                    + of("*", "get", "post")
                    + "','route':'"
                    + of(
                        "",
                        "/a",
                        "/a/{one}",
                        "/{one}/{two}",
                        "/{one}/b",
                        "/a/{maybe?}",
                        "/{rest*}",
                        "/a/{rest*}")
                    + "'}");
      };
    }

    private String flag() {
      return of("true", "true", "false");
    }

    private String filter() {
      return of(
          "{}",
          "{'triggerOn':'individual'}",
          "{'triggerOn':'batch','batchBehavior':'once'}",
          "{'batchBehavior':'once'}",
          "{'attributeWhitelist':['x']}",
          "{'attributeBlacklist':['x']}",
          "{'attributeWhitelist':['y'],'triggerOn':'batch'}");
    }

    private String topic(String one, String rest) {
      List<String> levels = new ArrayList<>();
      int count = 1 + number(3);
      for (int i = 0; i < count; i++) {
        levels.add(of("a", "b", "", one));
      }
      if (number(3) == 0) {
        levels.add(rest);
      }
      return String.join("/", levels);
    }

    Fact fact() {
      return switch (number(7)) {
        case 0, 1, 2 -> state();
        case 3 -> MqttMessage.of(topic("c", "a"), "m");
        case 4 ->
            EventChange.created(
                "e",
                of("hot", "Hat", "cold", "h"),
                random.nextBoolean() ? EventChange.Level.INFO : EventChange.Level.ERROR);
        case 5 ->
            random.nextBoolean()
                ? FileChange.of(
                    random.nextBoolean() ? FileChange.Action.CREATE : FileChange.Action.DELETE,
                    of("/a", "/a/b", "/a/b/c", "/c", "/ab"))
                : IntegrationEvent.of(
                        of("i1", "i2"),
                        random.nextBoolean()
                            ? new IntegrationContent.Connected()
                            : new IntegrationContent.MqttReceived("t", "m"))
                    .in(circumstances());
        default ->
            EdgeRequest.of(
                HttpRequest.of(
                    of("get", "post"), of("/", "/a", "/a/", "/a/b", "/c/b", "/a/b/c", "/c")),
                "reply");
      };
    }

    private Fact state() {
      Device device = Device.of(of("d1", "d2", "d4"));
      for (int i = number(3); i > 0; i--) {
        device = device.tagged(of("a", "b", "c"), of("1", "2", "3"));
      }
      DeviceState state =
          random.nextBoolean()
              ? DeviceState.of(device, report())
              : DeviceState.batch(device, List.of(report(), report(), report()));
      return state.in(circumstances());
    }

    private Circumstances circumstances() {
      return switch (number(4)) {
        case 0 -> Circumstances.unknown().forVersion("v1");
        case 1 -> Circumstances.unknown().forVersion(of("v2", "develop"));
        default -> Circumstances.unknown();
      };
    }

    private StateReport report() {
      ObjectValue.Builder attributes = ObjectValue.builder();
      for (String name : List.of("x", "y")) {
        if (random.nextBoolean()) {
          attributes.put(name, number(100));
        }
      }
      return StateReport.of(attributes.build());
    }
  }
}
