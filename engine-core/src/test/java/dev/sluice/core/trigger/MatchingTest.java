package dev.sluice.core.trigger;

import static dev.sluice.core.trigger.TestFlows.NOW;
import static dev.sluice.core.trigger.TestFlows.cloud;
import static dev.sluice.core.trigger.TestFlows.deployed;
import static dev.sluice.core.trigger.TestFlows.fired;
import static dev.sluice.core.trigger.TestFlows.flow;
import static dev.sluice.core.trigger.TestFlows.object;
import static dev.sluice.core.trigger.TestFlows.trigger;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.AgentSync;
import dev.sluice.api.trigger.BeckhoffChange;
import dev.sluice.api.trigger.Circumstances;
import dev.sluice.api.trigger.DataTableChange;
import dev.sluice.api.trigger.Device;
import dev.sluice.api.trigger.DeviceInactivity;
import dev.sluice.api.trigger.DeviceState;
import dev.sluice.api.trigger.EdgeRequest;
import dev.sluice.api.trigger.EndpointRequest;
import dev.sluice.api.trigger.EventChange;
import dev.sluice.api.trigger.ExperienceEndpoint;
import dev.sluice.api.trigger.Fact;
import dev.sluice.api.trigger.FileChange;
import dev.sluice.api.trigger.FileWatch;
import dev.sluice.api.trigger.Firing;
import dev.sluice.api.trigger.HttpRequest;
import dev.sluice.api.trigger.IntegrationContent;
import dev.sluice.api.trigger.IntegrationEvent;
import dev.sluice.api.trigger.InvalidReport;
import dev.sluice.api.trigger.MqttMessage;
import dev.sluice.api.trigger.OpcUaChange;
import dev.sluice.api.trigger.RedisMessage;
import dev.sluice.api.trigger.SnmpTrap;
import dev.sluice.api.trigger.StateReport;
import dev.sluice.api.trigger.WebhookRequest;
import dev.sluice.core.graph.CompiledFlow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which triggers a fact fires, rule by rule. */
class MatchingTest {
  private static int firings(
      FlowClass flowClass, String type, String key, String config, Fact fact) {
    return deployed(flow(flowClass, "f", "develop", trigger(type, key, config)))
        .match(fact, NOW)
        .size();
  }

  private static int firings(String type, String key, String config, Fact fact) {
    return firings(FlowClass.CLOUD, type, key, config, fact);
  }

  // ---- devices

  @ParameterizedTest
  @CsvSource({
    "floor/2, 1",
    "floor/3, 1",
    "floor/4, 0",
    "floor/, 1",
    "floor, 1",
    "/2, 1",
    "/4, 0",
    "/, 1",
    "Floor/2, 0",
    "floor/*, 0",
    "wall/, 0",
    "path/a/b, 1",
  })
  void aTagIsNamedByKeyAndValueOrByOneOfThem(String key, int expected) {
    Device device = Device.of("d").tagged("floor", "2", "3").tagged("path", "a/b");
    assertEquals(
        expected, firings("deviceTag", key, "{}", DeviceState.of(device, ObjectValue.empty())));
  }

  @Test
  void aDeviceWithoutTagsMatchesNoTag() {
    assertEquals(
        0, firings("deviceTag", "/", "{}", DeviceState.of(Device.of("d"), ObjectValue.empty())));
  }

  /** Attributes of a report, a trigger's configuration, and whether it fires. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b | {} | 1",
        "a b | {'attributeWhitelist':[]} | 1",
        "a b | {'attributeWhitelist':['b','c']} | 1",
        "a b | {'attributeWhitelist':['c']} | 0",
        "a b | {'attributeBlacklist':['a']} | 1",
        "a b | {'attributeBlacklist':['a','b']} | 0",
        "a b | {'attributeBlacklist':['a','b','c']} | 0",
        "a b | {'attributeWhitelist':['a'],'attributeBlacklist':['a','b']} | 0",
        "a b | {'triggerOn':'individual'} | 1",
        "a b | {'triggerOn':'both'} | 1",
        "a b | {'triggerOn':'batch'} | 0",
        "a b | {'batchBehavior':'once'} | 1",
      })
  void anIndividualReportIsFilteredByItsAttributes(String names, String config, int expected) {
    ObjectValue.Builder attributes = ObjectValue.builder();
    for (String name : names.split(" ", -1)) {
      attributes.put(name, 1);
    }
    assertEquals(
        expected,
        firings("deviceId", "d", config, DeviceState.of(Device.of("d"), attributes.build())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 3",
        "{'batchBehavior':'each'} | 3",
        "{'batchBehavior':'once'} | 1",
        "{'triggerOn':'batch'} | 3",
        "{'triggerOn':'batch','batchBehavior':'once'} | 1",
        "{'triggerOn':'individual'} | 0",
        "{'triggerOn':'individual','batchBehavior':'once'} | 0",
        "{'attributeWhitelist':['a']} | 2",
        "{'attributeBlacklist':['b']} | 2",
        "{'attributeWhitelist':['x'],'batchBehavior':'once'} | 1",
        "{'maxAge':60} | 2",
        "{'maxAge':60,'batchBehavior':'once'} | 1",
      })
  void aBatchFiresOnceOrForEachReportThatPasses(String config, int expected) {
    DeviceState batch =
        DeviceState.batch(
            Device.of("d"),
            List.of(
                StateReport.of(object("{'a':1}")),
                StateReport.of(object("{'a':2,'b':2}")).at(NOW.minusSeconds(60)),
                StateReport.of(object("{'b':3}")).at(NOW.minusSeconds(61))));
    assertEquals(expected, firings("deviceId", "d", config, batch));
  }

  @Test
  void theReportsOfABatchFireInTheirOrder() {
    DeviceState batch =
        DeviceState.batch(
            Device.of("d"),
            Stream.of(1, 2, 3).map(i -> StateReport.of(object("{'a':" + i + "}"))).toList());
    assertEquals(
        List.of("{\"a\":1}", "{\"a\":2}", "{\"a\":3}"),
        deployed(cloud("f", trigger("deviceId", "d", "{}"))).match(batch, NOW).stream()
            .map(Match::firing)
            .map(Firing::data)
            .map(data -> data == null ? "" : data.toJson())
            .toList());
  }

  @Test
  void whatIsNoStateFiresOnlyWhereItIsAllowed() {
    DeviceState invalid = DeviceState.of(Device.of("d"), new InvalidReport("{"));
    assertEquals(0, firings("deviceId", "d", "{}", invalid));
    assertEquals(1, firings("deviceId", "d", "{'allowInvalid':true}", invalid));
    assertEquals(
        1, firings("deviceId", "d", "{'allowInvalid':true,'attributeWhitelist':['a']}", invalid));
    assertEquals(0, firings("deviceId", "d", "{'allowInvalid':true,'triggerOn':'batch'}", invalid));
  }

  @Test
  void anInactivityFiresTheTriggersThatWaitForThatLong() {
    Device device = Device.of("d").tagged("k", "v");
    DeviceInactivity inactivity = DeviceInactivity.of(device, 300, NOW);
    assertEquals(1, firings("deviceIdInactivity", "d", "{'seconds':300}", inactivity));
    assertEquals(1, firings("deviceIdInactivity", "d", "{'seconds':'300'}", inactivity));
    assertEquals(0, firings("deviceIdInactivity", "d", "{'seconds':301}", inactivity));
    assertEquals(1, firings("deviceTagInactivity", "k/", "{'seconds':300}", inactivity));
    assertEquals(
        1, firings("deviceTagInactivity", "/v", "{}", DeviceInactivity.of(device, 7_200, NOW)));
  }

  @Test
  void everyTriggerThatMatchesFiresOnce() {
    Device device = Device.of("d").tagged("a", "1", "2").tagged("b", "1");
    TriggerIndex index =
        deployed(
            cloud(
                "g",
                trigger("deviceTag", "a/", "{}"),
                trigger("deviceTag", "/1", "{}"),
                trigger("deviceId", "d", "{}")),
            cloud("f", trigger("deviceTag", "b/1", "{}"), trigger("deviceId", "e", "{}")));
    assertEquals(
        List.of("f@develop b/1", "g@develop a/", "g@develop /1", "g@develop d"),
        fired(index, DeviceState.of(device, ObjectValue.empty())));
  }

  // ---- topics

  @ParameterizedTest
  @CsvSource({
    "a/b, a/b, 1",
    "a/b, a/b/c, 0",
    "a/+, a/b, 1",
    "a/+, a, 0",
    "a/+, a/, 1",
    "a/+, a/b/c, 0",
    "+, a, 1",
    "+, /a, 0",
    "+/+, /a, 1",
    "a/#, a, 1",
    "a/#, a/b/c, 1",
    "a/#, ab, 0",
    "#, a/b, 1",
    "#, $SYS/x, 0",
    "+/x, $SYS/x, 0",
    "$SYS/#, $SYS/x, 1",
    "a/+/c, a/b/c, 1",
    "a/+/#, a/b, 1",
    "a/#/c, a/b/c, 0",
    "a/b+, a/bc, 0",
    "A/b, a/b, 0",
  })
  void topicsMatchAsMqttHasIt(String filter, String topic, int expected) {
    assertEquals(expected, firings("mqttTopic", filter, "{}", MqttMessage.of(topic, "m")));
  }

  @Test
  void aMessageIsOfOneBroker() {
    TriggerIndex index =
        deployed(
            flow(
                FlowClass.EDGE,
                "f",
                "v1",
                trigger("mqttTopic", "t", "{}"),
                trigger("mqttTopic", "#", "{'integrationId':'local'}"),
                trigger("mqttTopic", "mine", "{'integrationId':'external'}")));
    MqttMessage message = MqttMessage.of("t", "m");
    assertEquals(List.of("f@v1 t"), fired(index, message));
    assertEquals(List.of("f@v1 #"), fired(index, message.on(new MqttMessage.LocalBroker(null))));
    assertEquals(
        List.of("f@v1 mine"),
        fired(index, message.on(new MqttMessage.ExternalBroker("mine", "mqtt://x"))));
  }

  // ---- requests

  @ParameterizedTest
  @CsvSource({
    "*, '', get, /any/thing, 1",
    "get, '', post, /, 0",
    "GET, /devices, get, /devices, 1",
    "*, /devices, get, /devices/, 0",
    "*, /devices, get, /Devices, 0",
    "*, /devices/{id}, get, /devices/1, 1",
    "*, /devices/{id}, get, /devices/, 0",
    "*, /devices/{id}, get, /devices/1/2, 0",
    "*, /devices/{id}/{attr?}, get, /devices/1, 1",
    "*, /devices/{id}/{attr?}, get, /devices/1/temp, 1",
    "*, /{var*}, get, /a/b/c, 1",
    "*, /{var*}, get, /, 1",
    "*, /a/{broken, get, /a/x, 0",
    "put, /a%20b, put, /a%2520b, 1",
    "put, /a b, put, /a%20b, 1",
  })
  void requestsToAGatewayMatchByMethodAndRoute(
      String method, String route, String asked, String path, int expected) {
    String config = "{'method':'" + method + "','route':'" + route + "'}";
    assertEquals(
        expected,
        firings(
            FlowClass.EDGE,
            "request",
            "k",
            config,
            EdgeRequest.of(HttpRequest.of(asked, path), "reply")));
  }

  private static final String ANY = "000000000000000000000000";

  @Test
  void endpointsAreThoseOfTheVersionOfTheExperience() {
    TriggerIndex flows = experience();
    ExperienceEndpoint endpoint = ExperienceEndpoint.of("e1", "get", "/me");
    EndpointRequest request = EndpointRequest.of(HttpRequest.of("get", "/me"), "develop");
    EndpointRequest known = request.at(endpoint, ObjectValue.empty());
    assertEquals(List.of("x@develop e1", "x@develop " + ANY), fired(flows, known));
    assertEquals(List.of("x@develop " + ANY), fired(flows, request), "no endpoint");
    EndpointRequest published =
        EndpointRequest.of(HttpRequest.of("get", "/me"), "v1").at(endpoint, ObjectValue.empty());
    assertEquals(List.of("x@v1 e1"), fired(flows, published));
    assertEquals(
        List.of(),
        fired(
            flows,
            EndpointRequest.of(HttpRequest.of("get", "/me"), "v2")
                .at(endpoint, ObjectValue.empty())));
  }

  /** An experience flow in two versions. */
  private static TriggerIndex experience() {
    CompiledFlow develop =
        flow(
            FlowClass.EXPERIENCE,
            "x",
            "develop",
            trigger("endpoint", "e1", "{}"),
            trigger("endpoint", ANY, "{}"));
    CompiledFlow published = flow(FlowClass.EXPERIENCE, "x", "v1", trigger("endpoint", "e1", "{}"));
    return TriggerIndex.empty()
        .with("x", FlowListing.of(Optional.of(develop), List.of(develop, published)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "e1 | {} | develop | 1",
        "e1 | {} | v1 | 0",
        "e1 | {'experienceVersion':'v1'} | v1 | 1",
        "e2 | {'experienceVersion':'v1'} | v1 | 0",
        "000000000000000000000000 | {'experienceVersion':'v1'} | v1 | 1",
        "000000000000000000000000 | {'experienceVersion':'v1'} | develop | 0",
        "000000000000000000000000 | {} | v1 | 1",
      })
  void endpointTriggersOfApplicationFlowsNameTheVersion(
      String key, String config, String experienceVersion, int expected) {
    EndpointRequest request =
        EndpointRequest.of(HttpRequest.of("get", "/me"), experienceVersion)
            .at(ExperienceEndpoint.of("e1", "get", "/me"), ObjectValue.empty());
    assertEquals(expected, firings("endpoint", key, config, request));
  }

  // ---- events, tables, files, integrations

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "error | {} | 1",
        "any | {} | 1",
        "critical | {} | 0",
        "error | {'new':false} | 0",
        "error | {'subject':''} | 1",
        "error | {'subject':'power DRAW'} | 1",
        "error | {'subject':'power'} | 0",
        "error | {'subject':'*draw'} | 1",
        "any | {'subject':'p*'} | 1",
        "any | {'subject':'q*'} | 0",
      })
  void anEventMatchesByLevelSubjectAndState(String key, String config, int expected) {
    assertEquals(
        expected,
        firings(
            "event", key, config, EventChange.created("e", "Power draw", EventChange.Level.ERROR)));
  }

  @Test
  void theStateOfAnEventIsThatAfterItsUpdate() {
    EventChange resolved =
        EventChange.created("e", "s", EventChange.Level.INFO)
            .updated(
                new EventChange.Update(
                    EventChange.State.RESOLVED, null, null, null, List.of(), null));
    assertEquals(0, firings("event", "info", "{'new':true}", resolved));
    assertEquals(1, firings("event", "info", "{'new':true,'resolved':true}", resolved));
    assertEquals(0, firings("event", "info", "{'acknowledged':true}", resolved));
  }

  @Test
  void anUpdateOfARowThatChangesNoValueFiresNothing() {
    ObjectValue row = object("{'id':'r','updatedAt':'a','x':1}");
    ObjectValue touched = object("{'id':'r','updatedAt':'b','x':1}");
    ObjectValue changed = object("{'id':'r','updatedAt':'b','x':2}");
    String all = "{'insert':true,'update':true,'delete':true,'bulkInsert':true}";
    assertEquals(1, firings("dataTable", "t", all, update(changed, row)));
    assertEquals(0, firings("dataTable", "t", all, update(touched, row)));
    assertEquals(0, firings("dataTable", "u", all, update(changed, row)));
    assertEquals(0, firings("dataTable", "t", "{'insert':true}", update(changed, row)));
  }

  private static Fact update(ObjectValue newRow, ObjectValue oldRow) {
    return DataTableChange.of("t", new DataTableChange.Update(newRow, oldRow));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ | {'create':true} | /a/b.txt | 1",
        "/a/ | {'create':true} | /a/b.txt | 1",
        "/a/ | {'create':true} | /a/c/b.txt | 1",
        "/a/ | {'create':true} | /ab.txt | 0",
        "/a | {'create':true} | /a/b.txt | 0",
        "/a/b.txt | {'create':true} | /a/b.txt | 1",
        "/a/b.txt | {'update':true} | /a/b.txt | 0",
        "/a/b.txt | {'create':true,'public':false} | /a/b.txt | 0",
        "a/ | {'create':true} | /a/b.txt | 0",
      })
  void aFileMatchesByItsPathAndWhatHappened(String key, String config, String path, int expected) {
    assertEquals(
        expected, firings("appFile", key, config, FileChange.of(FileChange.Action.CREATE, path)));
  }

  @Test
  void privateFilesFireOnlyWhereTheyAreWatched() {
    Fact change = FileChange.of(FileChange.Action.CREATE, "/a").ofPrivateFile();
    assertEquals(0, firings("appFile", "/a", "{'create':true}", change));
    assertEquals(1, firings("appFile", "/a", "{'create':true,'private':true}", change));
  }

  @Test
  void integrationsFireForMessagesUnlessToldOtherwise() {
    Fact message = IntegrationEvent.of("i", new IntegrationContent.MqttReceived("t", "m"));
    Fact failure = IntegrationEvent.of("i", new IntegrationContent.Failed("no"));
    assertEquals(1, firings("integration", "i", "{}", message));
    assertEquals(0, firings("integration", "j", "{}", message));
    assertEquals(0, firings("integration", "i", "{'message':false}", message));
    assertEquals(0, firings("integration", "i", "{}", failure));
    assertEquals(1, firings("integration", "i", "{'failure':true}", failure));
  }

  // ---- gateways

  static Stream<String[]> watched() {
    return Stream.of(
        new String[] {"/data/logs/", "/data/logs/a/b.log", "1"},
        new String[] {"/data/logs", "/data/logs/b.log", "1"},
        new String[] {"/data/logs/", "/data/logsb.log", "0"},
        new String[] {"/data/a.log", "/data/a.log", "1"},
        new String[] {"/data/a.log", "/data/b.log", "0"},
        new String[] {"/data/**/*.txt", "/data/a/b/c.txt", "1"},
        new String[] {"/data/**/*.txt", "/data/a/b/c.log", "0"},
        new String[] {"/*/x", "/data/x", "1"},
        new String[] {"", "/data/x", "0"});
  }

  @ParameterizedTest
  @MethodSource("watched")
  void aWatchedPathIsAFileAFolderOrAGlob(String path, String changed, String expected) {
    Fact change = FileWatch.of(FileWatch.Event.FILE_ADDED, changed);
    String config = "{'path':'" + path + "','fileAdded':true}";
    assertEquals(
        Integer.parseInt(expected), firings(FlowClass.EDGE, "fileWatch", "k", config, change));
    assertEquals(0, firings(FlowClass.EDGE, "fileWatch", "k", "{'path':'" + path + "'}", change));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "onSync | {} | 1",
        "onSync | {'syncTypes':['device','device']} | 1",
        "onSync | {'syncTypes':['application','peripheral']} | 0",
      })
  void aSyncFiresTheTriggersThatWaitForIt(String type, String config, int expected) {
    assertEquals(
        expected, firings(FlowClass.EDGE, type, "k", config, AgentSync.of(AgentSync.Type.DEVICE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'topic':'a.b','host':'h'} | 1",
        "{'topic':'a.*','host':'h'} | 1",
        "{'topic':'a.?','host':'h','port':'6379'} | 1",
        "{'topic':'a.[bc]','host':'h'} | 1",
        "{'topic':'a.[^b]','host':'h'} | 0",
        "{'topic':'A.*','host':'h'} | 0",
        "{'topic':'a.b','host':'other'} | 0",
        "{'topic':'a.b','host':'h','port':'1'} | 0",
      })
  void aRedisMessageMatchesByServerAndChannel(String config, int expected) {
    assertEquals(
        expected,
        firings(
            FlowClass.EDGE,
            "redis",
            "k",
            config,
            RedisMessage.of("a.b", "m").from(new RedisMessage.Server("h", 6_379))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 1",
        "{'udpPort':'162','snmpTrapConfig':{'community':'public'}} | 1",
        "{'udpPort':'162','snmpTrapConfig':{'community':'private'}} | 0",
        "{'udpPort':'163','snmpTrapConfig':{'community':'public'}} | 0",
        "{'udpPort':'162','snmpTrapConfig':{'user':{'name':'public'}}} | 0",
      })
  void aTrapMatchesByPortAndSender(String config, int expected) {
    assertEquals(
        expected,
        firings(
            FlowClass.EDGE,
            "snmpTrap",
            "k",
            config,
            SnmpTrap.of(
                162,
                "a",
                new SnmpTrap.Community("public", "1"),
                new SnmpTrap.Pdu(null, "Trap", List.of()))));
  }

  @Test
  void aSymbolFiresTheTriggersThatSubscribeToIt() {
    BeckhoffChange change = BeckhoffChange.of("A.b", Value.of(1), NOW);
    String two = "{'subscriptions':[{'name':'A.b'},{'name':'A.c'},{'name':'A.b'}]}";
    assertEquals(1, firings(FlowClass.EDGE, "beckhoff", "k", two, change));
    assertEquals(0, firings(FlowClass.EDGE, "beckhoff", "k", two, change.by("mine")));
    assertEquals(
        1, firings(FlowClass.EDGE, "beckhoff", "k", "{'configName':'mine'}", change.by("mine")));
  }

  @Test
  void valuesAndEventsOfANodeFireDifferentTriggers() {
    OpcUaChange.Server server = new OpcUaChange.AddressedServer("u");
    Fact value =
        OpcUaChange.of(server, "1", "i=1", new OpcUaChange.NewValue(Value.of(1), null, null));
    Fact event = OpcUaChange.of(server, "1", "i=1", new OpcUaChange.Event(object("{'M':1}")));
    String plain = "{'uri':'u','nameSpace':'1','identifier':'i=1'}";
    String filtered = "{'uri':'u','nameSpace':'1','identifier':'i=1','eventFilter':['M']}";
    assertEquals(1, firings(FlowClass.EDGE, "opcua", "k", plain, value));
    assertEquals(0, firings(FlowClass.EDGE, "opcua", "k", plain, event));
    assertEquals(0, firings(FlowClass.EDGE, "opcua", "k", filtered, value));
    assertEquals(1, firings(FlowClass.EDGE, "opcua", "k", filtered, event));
  }

  // ---- versions that facts name

  @Test
  void someFactsNameAVersion() {
    TriggerIndex index =
        TriggerIndex.empty()
            .with(
                "f",
                FlowListing.of(
                    Optional.of(everything("develop")),
                    List.of(everything("develop"), everything("v1"))));
    DeviceState state = DeviceState.of(Device.of("d"), ObjectValue.empty());
    Circumstances named = Circumstances.unknown().forVersion("v1");
    assertEquals(List.of("f@develop d"), fired(index, state));
    assertEquals(List.of("f@v1 d"), fired(index, state.in(named)));
    assertEquals(List.of("f@develop d"), fired(index, state.in(named.forVersion("default"))));
    assertEquals(List.of(), fired(index, state.in(named.forVersion("v2"))));
    assertEquals(
        List.of("f@v1 w"),
        fired(
            index,
            WebhookRequest.of("w", HttpRequest.of("get", "/").withHeader("X-Flow-Version", "v1"))));
    assertEquals(
        List.of("f@v1 i"),
        fired(
            index,
            IntegrationEvent.of(
                "i",
                new IntegrationContent.PubSubMessage(
                    "t", object("{'flowVersion':'v1'}"), "1", NOW, "s", List.of()))));
    assertEquals(
        List.of("f@develop t"),
        fired(index, MqttMessage.of("t", "m").in(named)),
        "a message cannot name one");
  }

  private static CompiledFlow everything(String version) {
    return flow(
        FlowClass.CLOUD,
        "f",
        version,
        trigger("deviceId", "d", "{}"),
        trigger("webhook", "w", "{}"),
        trigger("integration", "i", "{}"),
        trigger("mqttTopic", "t", "{}"));
  }
}
