package dev.sluice.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.DateValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.Run;
import dev.sluice.api.trigger.AgentConnect;
import dev.sluice.api.trigger.AgentDisconnect;
import dev.sluice.api.trigger.AgentStart;
import dev.sluice.api.trigger.AgentSync;
import dev.sluice.api.trigger.BeckhoffChange;
import dev.sluice.api.trigger.ButtonPress;
import dev.sluice.api.trigger.Circumstances;
import dev.sluice.api.trigger.CustomNodeStart;
import dev.sluice.api.trigger.DataTableChange;
import dev.sluice.api.trigger.Device;
import dev.sluice.api.trigger.DeviceCommand;
import dev.sluice.api.trigger.DeviceConnect;
import dev.sluice.api.trigger.DeviceCreation;
import dev.sluice.api.trigger.DeviceDisconnect;
import dev.sluice.api.trigger.DeviceInactivity;
import dev.sluice.api.trigger.DeviceState;
import dev.sluice.api.trigger.DirectCall;
import dev.sluice.api.trigger.EdgeAgent;
import dev.sluice.api.trigger.EdgeRequest;
import dev.sluice.api.trigger.EndpointRequest;
import dev.sluice.api.trigger.EventChange;
import dev.sluice.api.trigger.ExperienceEndpoint;
import dev.sluice.api.trigger.ExperienceEndpoints;
import dev.sluice.api.trigger.Fact;
import dev.sluice.api.trigger.FileChange;
import dev.sluice.api.trigger.FileTail;
import dev.sluice.api.trigger.FileWatch;
import dev.sluice.api.trigger.FlowFailure;
import dev.sluice.api.trigger.HttpRequest;
import dev.sluice.api.trigger.InboundEmail;
import dev.sluice.api.trigger.IntegrationContent;
import dev.sluice.api.trigger.IntegrationEvent;
import dev.sluice.api.trigger.InvalidReport;
import dev.sluice.api.trigger.MqttMessage;
import dev.sluice.api.trigger.NotebookCompletion;
import dev.sluice.api.trigger.OpcUaChange;
import dev.sluice.api.trigger.RedisMessage;
import dev.sluice.api.trigger.Relay;
import dev.sluice.api.trigger.ResourceJobCompletion;
import dev.sluice.api.trigger.ResourceJobIteration;
import dev.sluice.api.trigger.ResourceJobTimeout;
import dev.sluice.api.trigger.SerialData;
import dev.sluice.api.trigger.SnmpTrap;
import dev.sluice.api.trigger.StateReport;
import dev.sluice.api.trigger.TimerTick;
import dev.sluice.api.trigger.UdpDatagram;
import dev.sluice.api.trigger.WebhookRequest;
import dev.sluice.api.trigger.WebhookSocketEvent;
import dev.sluice.core.catalog.Catalog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the payload of a run is, by the type of the trigger that began it. */
class TriggerPayloadTest {
  private static final Instant NOW = Instant.parse("2024-01-15T14:30:00Z");
  private static final Instant THEN = Instant.parse("2024-01-15T12:00:00Z");
  private static final Instant REPORTED = Instant.parse("2024-01-15T13:00:00Z");

  private static final String ENDPOINT = "5f1c2d3e4f5a6b7c8d9e0f1a";
  private static final String PUBLIC = "'relayId':'000000000000000000000000','relayType':'public',";

  private static final Device DEVICE =
      Device.of("d1").named("Truck 1").tagged("fleet", "trucks", "north");
  private static final String DEVICE_ENTRIES =
      "'device':{'id':'d1','deviceId':'d1','name':'Truck 1','tags':{'fleet':['trucks','north']}},"
          + "'deviceName':'Truck 1','deviceTags':{'fleet':['trucks','north']},";

  private static final EdgeAgent AGENT =
      new EdgeAgent(
          Device.of("gateway").named("Gateway").tagged("site", "a"),
          "1.49.0",
          Map.of("ZONE", "z", "AREA", "a"),
          true,
          "deployment");
  private static final String AGENT_ENTRIES =
      "'agentEnvironment':{'AREA':'a','ZONE':'z'},'agentVersion':'1.49.0',"
          + "'device':{'id':'gateway','deviceId':'gateway','name':'Gateway','tags':{'site':['a']}},"
          + "'deviceId':'gateway','deviceName':'Gateway','deviceTags':{'site':['a']},"
          + "'isConnectedToLosant':true,";

  private final Bench bench = new Bench();

  @BeforeEach
  void setUp() {
    bench
        .builder()
        .clock(InstantSource.fixed(NOW))
        .globals(Map.of("limit", Value.of(75)))
        .experienceGlobals("develop", Map.of("theme", Value.of("dark")))
        .edgeAgent(() -> AGENT);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /**
   * A fact, the trigger it fires, and what is then on the payload besides what every payload has.
   */
  record Row(
      FlowClass flowClass, String type, String key, String config, Fact fact, String entries) {
    @Override
    public String toString() {
      return type + " " + fact.getClass().getSimpleName() + " " + config;
    }
  }

  private static Row cloud(String type, String key, String config, Fact fact, String entries) {
    return new Row(FlowClass.CLOUD, type, key, config, fact, entries);
  }

  private static Row edge(String type, String key, String config, Fact fact, String entries) {
    return new Row(FlowClass.EDGE, type, key, config, fact, AGENT_ENTRIES + entries);
  }

  private static ObjectValue object(String json) {
    return (ObjectValue) json(json);
  }

  private static Value json(String text) {
    return Value.parseJson(text.replace('\'', '"'));
  }

  static Stream<Row> rows() {
    return Stream.of(devices(), data(), integrations(), requests(), gateways(), others())
        .flatMap(List::stream);
  }

  private static List<Row> devices() {
    DeviceState state = DeviceState.of(DEVICE, object("{'tempF':98.6}"));
    String byDevice = DEVICE_ENTRIES + "'triggerId':'d1','relayId':'d1','relayType':'device',";
    StateReport first = StateReport.of(object("{'tempF':98.6}")).at(REPORTED);
    StateReport second =
        StateReport.of(object("{'tempF':99.1}")).at(NOW).withMeta(json("{'last':true}"));
    DeviceConnect connect =
        DeviceConnect.of(DEVICE)
            .over("203.0.113.5", "mqtt", true)
            .in(Circumstances.at(THEN).by(new Relay("t1", "apiToken")));
    String connected =
        DEVICE_ENTRIES
            + "'time':'2024-01-15T12:00:00.000Z','triggerId':'d1','relayId':'t1',"
            + "'relayType':'apiToken','data':{'address':'203.0.113.5','method':'mqtt',"
            + "'secure':true}";
    DeviceDisconnect disconnect =
        DeviceDisconnect.of(
            DEVICE,
            new DeviceDisconnect.Session(
                "203.0.113.5", THEN, "Keepalive Timeout", 456L, 123L, "mqtt", true));
    String disconnected =
        DEVICE_ENTRIES
            + "'triggerId':'d1','data':{'address':'203.0.113.5',"
            + "'connectedAt':'2024-01-15T12:00:00.000Z','disconnectReason':'Keepalive Timeout',"
            + "'messagesFromDevice':456,'messagesToDevice':123,'method':'mqtt','secure':true}";
    DeviceInactivity inactivity = DeviceInactivity.of(DEVICE, 300, THEN);
    String inactive =
        DEVICE_ENTRIES
            + "'triggerId':'d1','relayId':'inactivity-d1-300','relayType':'timer',"
            + "'data':{'inactivitySeconds':300,'lastActivity':'2024-01-15T12:00:00.000Z'}";
    return List.of(
        cloud("deviceId", "d1", "{}", state, byDevice + "'data':{'tempF':98.6}"),
        cloud("deviceTag", "fleet/trucks", "{}", state, byDevice + "'data':{'tempF':98.6}"),
        cloud(
            "deviceId",
            "d1",
            "{'triggerOn':'both','batchBehavior':'each'}",
            DeviceState.of(DEVICE, second).in(Circumstances.unknown().by(Relay.flow("f9"))),
            DEVICE_ENTRIES
                + "'triggerId':'d1','relayId':'f9','relayType':'flow',"
                + "'data':{'tempF':99.1},'meta':{'last':true}"),
        cloud(
            "deviceId",
            "d1",
            "{}",
            DeviceState.of(DEVICE, first).in(Circumstances.at(THEN)),
            byDevice + "'time':'2024-01-15T13:00:00.000Z','data':{'tempF':98.6}"),
        cloud(
            "deviceTag",
            "fleet/",
            "{'batchBehavior':'once'}",
            DeviceState.batch(DEVICE, List.of(first, second)).in(Circumstances.at(THEN)),
            byDevice
                + "'time':'2024-01-15T12:00:00.000Z','data':["
                + "{'data':{'tempF':98.6},'time':'2024-01-15T13:00:00.000Z'},"
                + "{'data':{'tempF':99.1},'time':'2024-01-15T14:30:00.000Z',"
                + "'meta':{'last':true}}]"),
        cloud(
            "deviceId",
            "d1",
            "{'batchBehavior':'once'}",
            DeviceState.batch(DEVICE, List.of(StateReport.of(object("{'a':1}")))),
            byDevice + "'data':[{'data':{'a':1},'time':'2024-01-15T14:30:00.000Z'}]"),
        cloud(
            "deviceId",
            "d1",
            "{'allowInvalid':true}",
            DeviceState.of(DEVICE, new InvalidReport("{oops")),
            byDevice + "'data':null,'original':'{oops'"),
        cloud("deviceIdConnect", "d1", "{}", connect, connected),
        cloud("deviceTagConnect", "/north", "{}", connect, connected),
        cloud(
            "deviceIdConnect",
            "d2",
            "{}",
            DeviceConnect.of(Device.of("d2")),
            "'device':{'id':'d2','deviceId':'d2','tags':{}},'deviceTags':{},'triggerId':'d2',"
                + "'data':{}"),
        cloud("deviceIdDisconnect", "d1", "{}", disconnect, disconnected),
        cloud("deviceTagDisconnect", "fleet/", "{}", disconnect, disconnected),
        cloud("deviceIdInactivity", "d1", "{'seconds':300}", inactivity, inactive),
        cloud("deviceTagInactivity", "fleet/", "{'seconds':300}", inactivity, inactive),
        cloud(
            "deviceCreate",
            "/",
            "{}",
            DeviceCreation.of(DEVICE.with(object("{'deviceClass':'standalone'}"))),
            "'triggerId':'d1','data':{'device':{'deviceClass':'standalone','id':'d1',"
                + "'deviceId':'d1','name':'Truck 1','tags':{'fleet':['trucks','north']}}}"));
  }

  private static List<Row> data() {
    ObjectValue oldRow = object("{'id':'r1','updatedAt':'a','type':'good'}");
    ObjectValue newRow = object("{'id':'r1','updatedAt':'b','type':'great'}");
    String old = "'oldRow':{'id':'r1','updatedAt':'a','type':'good'}";
    EventChange event =
        EventChange.created("e1", "High Temperature", EventChange.Level.ERROR)
            .with(
                new EventChange.Details(
                    "Too hot",
                    THEN,
                    new EventChange.Source("f1", "Watch", "flow"),
                    json("{'tempC':95.2}"),
                    "d1",
                    "Truck 1",
                    object("{'region':'a'}")));
    String creation =
        "'id':'e1','subject':'High Temperature','level':'error','message':'Too hot',"
            + "'creationDate':'2024-01-15T12:00:00.000Z','sourceId':'f1','sourceName':'Watch',"
            + "'sourceType':'flow','data':{'tempC':95.2},'deviceId':'d1','deviceName':'Truck 1',"
            + "'eventTags':{'region':'a'},";
    String update =
        "{'comment':'Seen','creationDate':'2024-01-15T14:30:00.000Z','data':5,"
            + "'state':'acknowledged','stateChange':{'new':'acknowledged','old':'new'},"
            + "'levelChange':{'new':'error','old':'info'},'sourceId':'u1','sourceName':'Ann',"
            + "'sourceType':'user'}";
    return List.of(
        cloud(
            "dataTable",
            "t1",
            "{'insert':true}",
            DataTableChange.of("t1", new DataTableChange.Insert(newRow))
                .in(Circumstances.unknown().by(Relay.flow("f1"))),
            "'relayId':'f1','relayType':'flow','triggerId':'t1','data':{'action':'insert',"
                + "'newRow':{'id':'r1','updatedAt':'b','type':'great'}}"),
        cloud(
            "dataTable",
            "t1",
            "{'bulkInsert':true}",
            DataTableChange.of("t1", new DataTableChange.BulkInsert(List.of("r1", "r2"), 1)),
            "'triggerId':'t1','data':{'action':'bulkInsert','count':2,'errorCount':1,"
                + "'rowIds':['r1','r2']}"),
        cloud(
            "dataTable",
            "t1",
            "{'update':true}",
            DataTableChange.of("t1", new DataTableChange.Update(newRow, oldRow)),
            "'triggerId':'t1','data':{'action':'update',"
                + "'newRow':{'id':'r1','updatedAt':'b','type':'great'},"
                + old
                + "}"),
        cloud(
            "dataTable",
            "t1",
            "{'delete':true}",
            DataTableChange.of("t1", new DataTableChange.Delete(oldRow)),
            "'triggerId':'t1','data':{'action':'delete'," + old + "}"),
        cloud(
            "appFile",
            "/uploads/",
            "{'create':true}",
            FileChange.of(FileChange.Action.CREATE, "/uploads/a/report.csv")
                .with(object("{'contentType':'text/csv','fileSize':12345,'id':'file1'}"))
                .in(Circumstances.unknown().by(Relay.user("u1"))),
            "'relayId':'u1','relayType':'user','triggerId':'/uploads/a/report.csv','data':{"
                + "'action':'create','file':{'_type':'file','name':'report.csv','type':'file',"
                + "'parentDirectory':'/uploads/a/','contentType':'text/csv','fileSize':12345,"
                + "'id':'file1'}}"),
        cloud(
            "appFile",
            "/secret.txt",
            "{'delete':true,'private':true}",
            FileChange.of(FileChange.Action.DELETE, "/secret.txt").ofPrivateFile(),
            "'triggerId':'/secret.txt','data':{'action':'delete','file':{'_type':'privateFile',"
                + "'name':'secret.txt','type':'file','parentDirectory':'/'}}"),
        cloud(
            "event",
            "error",
            "{'subject':'high *'}",
            event,
            "'relayId':'f1','relayType':'flow','triggerId':'error','data':{'state':'new',"
                + creation
                + "'allUpdates':[]}"),
        cloud(
            "event",
            "any",
            "{'acknowledged':true}",
            event.updated(
                new EventChange.Update(
                    EventChange.State.ACKNOWLEDGED,
                    "Seen",
                    NOW,
                    Value.of(5),
                    List.of(
                        new EventChange.Change(
                            EventChange.Changed.STATE, Value.of("acknowledged"), Value.of("new")),
                        new EventChange.Change(
                            EventChange.Changed.LEVEL, Value.of("error"), Value.of("info"))),
                    new EventChange.Source("u1", "Ann", "user"))),
            "'relayId':'u1','relayType':'user','triggerId':'any','data':{'state':'acknowledged',"
                + creation
                + "'latestUpdate':"
                + update
                + ",'allUpdates':["
                + update
                + "]}"),
        cloud(
            "notebook",
            "n1",
            "{}",
            NotebookCompletion.of(
                "n1",
                true,
                object("{'name':'Report'}"),
                new NotebookCompletion.Execution(
                    "completed",
                    Map.of("in.csv", new NotebookCompletion.Output("https://in", 4096)),
                    Map.of("out.pdf", new NotebookCompletion.Output("https://out", 8192)),
                    ArrayValue.of(),
                    "{}")),
            "'relayId':'n1','relayType':'notebook','triggerId':'n1','data':{'success':true,"
                + "'notebook':{'name':'Report'},'execution':{'status':'completed',"
                + "'inputInfo':{'in.csv':{'url':'https://in','size':4096}},"
                + "'outputInfo':{'out.pdf':{'url':'https://out','size':8192}},"
                + "'executionErrors':[],'templateContext':'{}'}}"),
        cloud(
            "resourceJobIteration",
            "j1",
            "{}",
            new ResourceJobIteration(
                "j1",
                "i1",
                object("{'id':'d1'}"),
                "{}",
                object("{'status':'inProgress'}"),
                true,
                false,
                Circumstances.unknown()),
            "'relayId':'j1','relayType':'resourceJob','triggerId':'j1','data':{"
                + "'accumulator':'{}','device':{'id':'d1'},'execution':{'status':'inProgress'},"
                + "'iterationId':'i1','willRetryOnFailure':true,'willRetryOnTimeout':false}"),
        cloud(
            "resourceJobIterationTimeout",
            "j1",
            "{}",
            new ResourceJobTimeout(
                "j1",
                "i1",
                object("{'id':'d1'}"),
                "{}",
                object("{'status':'inProgress'}"),
                THEN,
                Circumstances.unknown()),
            "'relayId':'j1','relayType':'resourceJob','triggerId':'j1','data':{"
                + "'accumulator':'{}','device':{'id':'d1'},'execution':{'status':'inProgress'},"
                + "'iterationId':'i1','iterationStartedAt':'2024-01-15T12:00:00.000Z'}"),
        cloud(
            "resourceJobComplete",
            "j1",
            "{}",
            new ResourceJobCompletion(
                "j1",
                false,
                object("{'name':'Job'}"),
                "{}",
                object("{'status':'completed'}"),
                Circumstances.unknown()),
            "'relayId':'j1','relayType':'resourceJob','triggerId':'j1','data':{"
                + "'accumulator':'{}','execution':{'status':'completed'},"
                + "'resourceJob':{'name':'Job'},'success':false}"));
  }

  private static Row integration(String config, IntegrationContent content, String data) {
    return cloud(
        "integration",
        "i1",
        config,
        IntegrationEvent.of("i1", content),
        "'relayId':'i1','relayType':'integration','triggerId':'i1','data':{" + data + "}");
  }

  private static List<Row> integrations() {
    ObjectValue headers = object("{'upgrade':'websocket'}");
    return List.of(
        integration("{'connect':true}", new IntegrationContent.Connected(), "'type':'connect'"),
        integration(
            "{'disconnect':true}",
            new IntegrationContent.Disconnected("Connection Lost"),
            "'type':'disconnect','disconnectReason':'Connection Lost'"),
        integration(
            "{'failure':true}",
            new IntegrationContent.Failed("Unauthorized"),
            "'type':'failure','failureReason':'Unauthorized'"),
        integration(
            "{'message':true}",
            new IntegrationContent.SqsMessage(
                "hello",
                "m1",
                object("{'a':{'value':2,'dataType':'Number'}}"),
                "https://sqs/q",
                object("{'SenderId':'s'}")),
            "'type':'message','message':'hello','messageId':'m1',"
                + "'messageAttributes':{'a':{'value':2,'dataType':'Number'}},"
                + "'queueUrl':'https://sqs/q','systemAttributes':{'SenderId':'s'}"),
        integration(
            "{}",
            new IntegrationContent.EventHubMessage(
                Value.of("body"), THEN, "4532", "product", object("{'k':'v'}"), 32, "hub", "1"),
            "'type':'message','event':{'body':'body',"
                + "'enqueuedTimeUtc':'2024-01-15T12:00:00.000Z','offset':'4532',"
                + "'partitionKey':'product','properties':{'k':'v'},'sequenceNumber':32},"
                + "'eventHubName':'hub','partitionId':'1'"),
        integration(
            "{}",
            new IntegrationContent.PubSubMessage(
                "text", object("{'env':'prod'}"), "77", THEN, "sub", List.of("sub", "other")),
            "'type':'message','data':'text','attributes':{'env':'prod'},'id':'77',"
                + "'timestamp':'2024-01-15T12:00:00.000Z','topic':'sub','topics':['sub','other']"),
        integration(
            "{'connect':true}",
            new IntegrationContent.ParticleConnected(List.of("temperature")),
            "'type':'connect','eventNames':['temperature']"),
        integration(
            "{}",
            new IntegrationContent.ParticleEvent(
                "temperature", "72.5", "core", "2024-01-15T12:00:00.409Z", 60),
            "'type':'message','name':'temperature','data':'72.5','coreid':'core',"
                + "'published_at':'2024-01-15T12:00:00.409Z','ttl':60"),
        integration(
            "{'connect':true}",
            new IntegrationContent.MqttConnected(List.of("a/b")),
            "'type':'connect','topics':['a/b']"),
        integration(
            "{}",
            new IntegrationContent.MqttReceived("a/b", "text"),
            "'type':'message','message':'text','topic':'a/b'"),
        integration(
            "{}",
            new IntegrationContent.MeridianUpdate("zone_update", object("{'zone_id':'51'}")),
            "'type':'message','topic':'zone_update','message':{'zone_id':'51'}"),
        integration(
            "{'connect':true}",
            new IntegrationContent.WebSocketConnected(headers),
            "'type':'connect','headers':{'upgrade':'websocket'}"),
        integration(
            "{}",
            new IntegrationContent.WebSocketMessage(headers, "grün"),
            "'type':'message','headers':{'upgrade':'websocket'},"
                + "'message':{'data':'grün','length':5}"),
        integration(
            "{}",
            new IntegrationContent.WebSocketMessage(headers, "half \ud83d"),
            "'type':'message','headers':{'upgrade':'websocket'},"
                + "'message':{'data':'half \ud83d','length':8}"),
        integration(
            "{'disconnect':true}",
            new IntegrationContent.WebSocketClosed(1006, "Connection Lost"),
            "'type':'disconnect','message':{'statusCode':1006,'reason':'Connection Lost'}"),
        integration(
            "{'failure':true}",
            new IntegrationContent.WebSocketFailed(1006, "Unexpected"),
            "'type':'failure','message':{'statusCode':1006,'reason':'Unexpected'}"));
  }

  private static List<Row> requests() {
    HttpRequest request =
        HttpRequest.of("POST", "/api/devices/d1")
            .withHeader("Content-Type", "application/json")
            .withQuery("page", "2")
            .withCookie("session", "s")
            .withBody(json("{'name':'Jane'}"));
    EndpointRequest received =
        ExperienceEndpoints.of(
                "develop",
                List.of(ExperienceEndpoint.of(ENDPOINT, "post", "/api/devices/{deviceId}")))
            .receive(request)
            .awaitingReply("reply");
    String requested =
        "'body':{'name':'Jane'},'headers':{'content-type':'application/json'},"
            + "'method':'post','path':'/api/devices/d1','query':{'page':'2'},";
    String endpointData =
        "'triggerId':'"
            + ENDPOINT
            + "','data':{"
            + requested
            + "'cookies':{'session':'s'},'params':{'deviceId':'d1'},'replyId':'reply'},";
    String endpoint =
        "'endpoint':{'id':'"
            + ENDPOINT
            + "','method':'post','route':'/api/devices/{deviceId}'},'version':'develop',";
    WebhookRequest webhook =
        WebhookRequest.of("w1", request.withHeader("Cookie", "c=1")).awaitingReply("w1.reply");
    return List.of(
        new Row(
            FlowClass.EXPERIENCE,
            "endpoint",
            ENDPOINT,
            "{}",
            received,
            PUBLIC
                + endpointData
                + "'experience':{"
                + endpoint
                + "'user':null,'authInfo':null,'device':null}"),
        new Row(
            FlowClass.EXPERIENCE,
            "endpoint",
            "000000000000000000000000",
            "{}",
            received.from(
                new EndpointRequest.Caller(
                    object("{'id':'u1','email':'a@example.com'}"),
                    null,
                    object("{'extraData':{}}"))),
            "'relayId':'u1','relayType':'experienceUser',"
                + endpointData
                + "'experience':{"
                + endpoint
                + "'user':{'id':'u1','email':'a@example.com'},'authInfo':{'extraData':{}},"
                + "'device':null}"),
        new Row(
            FlowClass.EXPERIENCE,
            "endpoint",
            "000000000000000000000000",
            "{}",
            EndpointRequest.of(HttpRequest.of("get", "/nowhere"), "develop"),
            PUBLIC
                + "'triggerId':'000000000000000000000000','data':{'body':null,'cookies':{},"
                + "'headers':{},'method':'get','path':'/nowhere','params':{},'query':{}},"
                + "'experience':{'endpoint':null,'user':null,'version':'develop','authInfo':null,"
                + "'device':null}"),
        cloud(
            "webhook",
            "w1",
            "{}",
            webhook,
            PUBLIC + "'triggerId':'w1','data':{" + requested + "'replyId':'w1.reply'}"),
        cloud(
            "webhook",
            "w1",
            "{}",
            WebhookRequest.of("w1", HttpRequest.of("get", "/")),
            PUBLIC
                + "'triggerId':'w1','data':{'body':null,'headers':{},'method':'get','path':'/',"
                + "'query':{}}"),
        cloud(
            "webhook",
            "w1",
            "{}",
            WebhookSocketEvent.of("w1", "client", new WebhookSocketEvent.Connect())
                .withHeaders(object("{'host':'h'}")),
            PUBLIC
                + "'triggerId':'w1','data':{'type':'connect','message':{},"
                + "'headers':{'host':'h'},'replyId':'client'}"),
        cloud(
            "webhook",
            "w1",
            "{}",
            WebhookSocketEvent.of("w1", "client", new WebhookSocketEvent.Message("hello")),
            PUBLIC
                + "'triggerId':'w1','data':{'type':'message','message':{'data':'hello',"
                + "'length':5},'headers':{},'replyId':'client'}"),
        cloud(
            "webhook",
            "w1",
            "{}",
            WebhookSocketEvent.of("w1", "client", new WebhookSocketEvent.Message("half \ud83d")),
            PUBLIC
                + "'triggerId':'w1','data':{'type':'message','message':{'data':'half \ud83d',"
                + "'length':8},'headers':{},'replyId':'client'}"),
        cloud(
            "webhook",
            "w1",
            "{}",
            WebhookSocketEvent.of(
                "w1", "client", new WebhookSocketEvent.Disconnect("abnormal", 1006)),
            PUBLIC
                + "'triggerId':'w1','data':{'type':'disconnect','message':{'reason':'abnormal',"
                + "'statusCode':1006},'headers':{},'replyId':'client'}"),
        edge(
            "request",
            "k",
            "{'method':'*','route':'/api/devices/{id}'}",
            EdgeRequest.of(request, "reply"),
            "'triggerId':'request','data':{"
                + requested
                + "'cookies':{'session':'s'},'params':{'id':'d1'},'replyId':'reply'}"));
  }

  private static List<Row> gateways() {
    return List.of(
        edge(
            "deviceCommand",
            "deviceCommand",
            "{}",
            DeviceCommand.of("setTemp", THEN).with(json("{'temp':69}")),
            "'triggerId':'deviceCommand','data':{'name':'setTemp','payload':{'temp':69},"
                + "'time':'2024-01-15T12:00:00.000Z'}"),
        edge(
            "deviceCommand",
            "deviceCommand",
            "{}",
            DeviceCommand.of("stop", THEN),
            "'triggerId':'deviceCommand','data':{'name':'stop',"
                + "'time':'2024-01-15T12:00:00.000Z'}"),
        edge(
            "onBoot",
            "onBoot",
            "{}",
            AgentStart.now(),
            "'triggerId':'onBoot','data':{},'isConnectedToLosant':false"),
        edge(
            "onConnect",
            "onConnect",
            "{}",
            AgentConnect.first(),
            "'triggerId':'onConnect','data':{'lastDisconnectTime':null}"),
        edge(
            "onConnect",
            "onConnect",
            "{}",
            AgentConnect.after(THEN),
            "'triggerId':'onConnect','data':{'lastDisconnectTime':'2024-01-15T12:00:00.000Z'}"),
        edge(
            "onDisconnect",
            "onDisconnect",
            "{}",
            AgentDisconnect.of("MQTT offline", THEN),
            "'triggerId':'onDisconnect','data':{'reason':'MQTT offline',"
                + "'lastConnectTime':'2024-01-15T12:00:00.000Z'}"),
        edge(
            "onSync",
            "k",
            "{'syncTypes':['device']}",
            AgentSync.of(AgentSync.Type.DEVICE),
            "'triggerId':'k','data':{'syncType':'device'}"),
        edge(
            "fileTail",
            "k",
            "{'path':'/data/app.log','encoding':'utf8'}",
            FileTail.of("/data/app.log", "a line"),
            "'triggerId':'/data/app.log','data':{'content':'a line','path':'/data/app.log'}"),
        edge(
            "fileWatch",
            "k",
            "{'path':'/data/logs/','fileChanged':true}",
            FileWatch.of(FileWatch.Event.FILE_CHANGED, "/data/logs/app.log")
                .with(new FileWatch.Stats(THEN, NOW, 256)),
            "'triggerId':'k','data':{'event':'fileChanged','fullPath':'/data/logs/app.log',"
                + "'pathParts':{'dir':'/data/logs/','base':'app.log','ext':'.log','name':'app'},"
                + "'stats':{'createdAt':'2024-01-15T12:00:00.000Z',"
                + "'modifiedAt':'2024-01-15T14:30:00.000Z','size':256}}"),
        edge(
            "fileWatch",
            "k",
            "{'path':'/data','fileRemoved':true}",
            FileWatch.of(FileWatch.Event.FILE_REMOVED, "/data/.profile"),
            "'triggerId':'k','data':{'event':'fileRemoved','fullPath':'/data/.profile',"
                + "'pathParts':{'dir':'/data/','base':'.profile','ext':'','name':'.profile'},"
                + "'stats':{}}"),
        edge(
            "opcua",
            "k",
            "{'uri':'opc.tcp://h','nameSpace':'1','identifier':'i=2254','eventFilter':[]}",
            OpcUaChange.of(
                new OpcUaChange.AddressedServer("opc.tcp://h"),
                "1",
                "i=2254",
                new OpcUaChange.NewValue(Value.of(42), null, null)),
            "'triggerId':'k','data':42"),
        edge(
            "opcua",
            "k",
            "{'uri':'opc.tcp://h','nameSpace':1,'identifier':'i=9341',"
                + "'eventFilter':['Message','HighLimit']}",
            OpcUaChange.of(
                new OpcUaChange.AddressedServer("opc.tcp://h"),
                "1",
                "i=9341",
                new OpcUaChange.Event(
                    object("{'Message':'High','HighLimit':0.9,'AckedState':'No'}"))),
            "'triggerId':'k','data':{'Message':'High','HighLimit':0.9,'namespace':'1',"
                + "'identifier':'i=9341'}"),
        edge(
            "opcua",
            "k",
            "{'configName':'mine'}",
            OpcUaChange.of(
                new OpcUaChange.ConfiguredServer("mine"),
                "3",
                "i=1001",
                new OpcUaChange.NewValue(Value.of(42), "Int32", THEN)),
            "'triggerId':'k','data':{'dataType':'Int32','identifier':'i=1001','namespace':'3',"
                + "'sourceTimestamp':'2024-01-15T12:00:00.000Z','value':42}"),
        edge(
            "beckhoff",
            "k",
            "{'subscriptions':[{'name':'Other'},{'name':'GVL_Var.Test'}]}",
            BeckhoffChange.of("GVL_Var.Test", Value.of(528), THEN)
                .with(object("{'type':'DINT','size':4}")),
            "'triggerId':'k','data':{'GVL_Var':{'Test':{'value':528,"
                + "'timestamp':'2024-01-15T12:00:00.000Z',"
                + "'symbol':{'name':'GVL_Var.Test','type':'DINT','size':4}}}}"),
        edge(
            "redis",
            "k",
            "{'host':'h','port':'','topic':'sensor.*'}",
            RedisMessage.of("sensor.temp", "21").from(new RedisMessage.Server("h", 6379)),
            "'triggerId':'k','data':{'message':'21','pattern':'sensor.*',"
                + "'channel':'sensor.temp'}"),
        edge(
            "redis",
            "k",
            "{'host':'h','topic':'sensor'}",
            RedisMessage.of("sensor", "21"),
            "'triggerId':'k','data':{'message':'21','pattern':'sensor','channel':'sensor'}"),
        edge(
            "serial",
            "k",
            "{'path':'/dev/ttyUSB0','baudRate':9600}",
            SerialData.of("/dev/ttyUSB0", "Hello"),
            "'triggerId':'k','data':{'path':'/dev/ttyUSB0','serial':'Hello'}"),
        edge(
            "snmpTrap",
            "k",
            "{'udpPort':'162','snmpTrapConfig':{'community':'public'}}",
            SnmpTrap.of(
                162,
                "192.168.0.1",
                new SnmpTrap.Community("public", "2c"),
                new SnmpTrap.Pdu(
                    234L,
                    "TrapV2",
                    List.of(new SnmpTrap.Binding("1.3.6.1", 4, Value.of("alert"))))),
            "'triggerId':'k','data':{'sourcePort':162,'sourceAddress':'192.168.0.1','message':{"
                + "'community':'public','version':'2c','pdu':{'id':234,'type':'TrapV2',"
                + "'varbinds':[{'oid':'1.3.6.1','type':4,'value':'alert'}]}}}"),
        edge(
            "snmpTrap",
            "k",
            "{'udpPort':'1162','snmpTrapConfig':{'user':{'name':'me','securityLevel':'none'}}}",
            SnmpTrap.of(
                1162,
                "192.168.0.1",
                new SnmpTrap.User("me"),
                new SnmpTrap.Pdu(null, "InformRequest", List.of())),
            "'triggerId':'k','data':{'sourcePort':1162,'sourceAddress':'192.168.0.1',"
                + "'message':{'username':'me','version':'3','pdu':{'type':'InformRequest',"
                + "'varbinds':[]}}}"),
        edge(
            "udp",
            "45678",
            "{}",
            UdpDatagram.of(45_678, "Hello", "192.168.1.204", 12_345),
            "'triggerId':'45678','data':{'message':'Hello','sourceAddress':'192.168.1.204',"
                + "'sourcePort':'12345'}"),
        edge(
            "mqttTopic",
            "sensors/+",
            "{'integrationId':'local'}",
            MqttMessage.of("sensors/1", "hot").on(new MqttMessage.LocalBroker("client")),
            "'triggerId':'sensors/1','data':{'clientId':'client','message':'hot',"
                + "'topic':'sensors/1'}"),
        edge(
            "mqttTopic",
            "mine",
            "{'integrationId':'external'}",
            MqttMessage.of("a/b", "hot").on(new MqttMessage.ExternalBroker("mine", "mqtt://x")),
            "'triggerId':'mine','data':{'brokerUrl':'mqtt://x','message':'hot','topic':'a/b'}"));
  }

  private static List<Row> others() {
    return List.of(
        cloud(
            "mqttTopic",
            "alerts/#",
            "{}",
            MqttMessage.of("alerts/power", "{\"on\":true}")
                .in(Circumstances.unknown().by(Relay.device("d1"))),
            "'relayId':'d1','relayType':'device','triggerId':'alerts/power',"
                + "'data':'{\\'on\\':true}'"),
        cloud(
            "inboundEmail",
            "imports",
            "{}",
            InboundEmail.of(
                    new InboundEmail.Message(
                        "id1",
                        "Subject",
                        new InboundEmail.Address("bob@example.com", "Bob"),
                        List.of(InboundEmail.Address.of("app+imports@example.com")),
                        List.of(new InboundEmail.Address("al@example.com", "Al")),
                        List.of(),
                        "<p>Text</p>",
                        "Text",
                        "1.2.3.4",
                        List.of(new InboundEmail.Attachment("a.csv", "text/csv", "https://a", 12))))
                .to("imports"),
            PUBLIC
                + "'triggerId':'imports','data':{'subject':'Subject','html':'<p>Text</p>',"
                + "'text':'Text','senderIp':'1.2.3.4',"
                + "'from':{'name':'Bob','email':'bob@example.com'},"
                + "'to':[{'email':'app+imports@example.com'}],"
                + "'cc':[{'name':'Al','email':'al@example.com'}],'messageId':'id1',"
                + "'attachments':[{'filename':'a.csv','contentType':'text/csv',"
                + "'url':'https://a','size':12}]}"),
        cloud(
            "inboundEmail",
            "default",
            "{}",
            new InboundEmail(
                "",
                new InboundEmail.Message(
                    "id2",
                    "Hidden",
                    InboundEmail.Address.of("bob@example.com"),
                    List.of(),
                    List.of(),
                    List.of(InboundEmail.Address.of("app@example.com")),
                    null,
                    null,
                    null,
                    List.of()),
                Circumstances.unknown()),
            PUBLIC
                + "'triggerId':'default','data':{'subject':'Hidden',"
                + "'from':{'email':'bob@example.com'},'to':[],'cc':[],"
                + "'bcc':[{'email':'app@example.com'}],'messageId':'id2','attachments':[]}"),
        cloud("timer", "k", "{'seconds':60}", TimerTick.of("k"), "'triggerId':'k','data':{}"),
        edge("timer", "k", "{'seconds':0.5}", TimerTick.of("k"), "'triggerId':'k','data':{}"),
        cloud("virtualButton", "k", "{}", ButtonPress.of("k"), "'triggerId':'k','data':{}"),
        cloud(
            "virtualButton",
            "k",
            "{}",
            ButtonPress.of("k").with(Value.of(5)).withMeta(Value.of("m")).on(DEVICE),
            DEVICE_ENTRIES + "'deviceId':'d1','triggerId':'k','data':5,'meta':'m'"),
        new Row(
            FlowClass.EMBEDDED,
            "deviceCommand",
            "deviceCommand",
            "{}",
            DeviceCommand.of("stop", THEN).with(json("5")),
            "'deploymentId':'deployment','deviceId':'gateway','isConnectedToLosant':true,"
                + "'triggerId':'deviceCommand','data':{'name':'stop','payload':5,"
                + "'time':1705320000000}"),
        new Row(
            FlowClass.EMBEDDED,
            "onBoot",
            "onBoot",
            "{}",
            AgentStart.now(),
            "'deploymentId':'deployment','deviceId':'gateway','isConnectedToLosant':true,"
                + "'triggerId':'onBoot','data':{}"),
        new Row(
            FlowClass.EMBEDDED,
            "direct",
            "motion",
            "{}",
            DirectCall.of("motion", json("{'moved':true}")),
            "'deploymentId':'deployment','deviceId':'gateway','isConnectedToLosant':true,"
                + "'triggerId':'motion','data':{'moved':true}"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theTypeOfATriggerDecidesWhatIsOnThePayload(Row row) {
    deploy(row);
    List<Run> runs = bench.engine().publish(row.fact());
    assertEquals(1, runs.size());
    assertEquals(expected(row), Value.parseJson(runs.getFirst().join().payload().toJson()));
  }

  private void deploy(Row row) {
    Draft draft = Draft.of("f").flowClass(row.flowClass());
    ObjectValue config = object(row.config());
    if (row.flowClass() == FlowClass.EMBEDDED) {
      // The test's nodes are none of embedded flows.
      draft.trigger(row.type(), row.key(), config, ObjectValue.empty());
    } else {
      draft.trigger(row.type(), row.key(), config, ObjectValue.empty(), "a").act("a", "-");
    }
    if (row.flowClass() == FlowClass.EDGE || row.flowClass() == FlowClass.EMBEDDED) {
      bench.engine().deploy(draft.version("v1id", "v1"));
    } else {
      bench.deploy(draft);
    }
  }

  private static Value expected(Row row) {
    Value time =
        row.flowClass() == FlowClass.EMBEDDED
            ? Value.of((double) NOW.toEpochMilli())
            : Value.of(NOW.toString().replace("Z", ".000Z"));
    ObjectValue.Builder payload =
        object(
                "{'applicationId':'application','applicationName':'name of application',"
                    + "'flowId':'f','flowName':'name of f'}")
            .toBuilder()
            .put("time", time)
            .put("triggerType", row.type())
            .put(
                "globals",
                object(
                    row.flowClass() == FlowClass.EXPERIENCE
                        ? "{'limit':75,'theme':'dark'}"
                        : "{'limit':75}"));
    boolean published = row.flowClass() == FlowClass.EDGE || row.flowClass() == FlowClass.EMBEDDED;
    payload.put("flowVersion", published ? "v1" : "develop");
    return payload.putAll(object("{" + row.entries() + "}")).build();
  }

  @Test
  void everyTypeOfTheCatalogHasItsRow() throws IOException {
    Set<String> types = rows().map(Row::type).collect(Collectors.toCollection(TreeSet::new));
    types.add("customNodeStart");
    types.add("flowError");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Catalog.class.getResourceAsStream("types.txt")),
                StandardCharsets.UTF_8))) {
      assertEquals(
          lines
              .lines()
              .filter(line -> line.startsWith("trigger "))
              .map(line -> line.split(" ", -1)[1])
              .collect(Collectors.toCollection(TreeSet::new)),
          types);
    }
  }

  @Test
  void aFactCanBeAimedAtOneFlow() {
    bench.deploy(
        Draft.of("f")
            .trigger("deviceTag", "x/y", object("{}"), ObjectValue.empty(), "a")
            .act("a", "-"));
    DeviceState state = DeviceState.of(DEVICE, object("{'tempF':98.6}"));
    assertEquals(List.of(), bench.engine().publish(state));
    ObjectValue payload = (ObjectValue) bench.engine().run("f", state.firingByTag()).payload();
    assertEquals(json("{'tempF':98.6}"), payload.get("data"));
    assertEquals(Value.of("deviceTag"), payload.get("triggerType"));
    assertEquals(Value.of("d1"), payload.get("triggerId"));
  }

  @Test
  void whatIsATimeIsADate() {
    bench.deploy(
        Draft.of("f")
            .trigger(
                "deviceIdInactivity", "d1", object("{'seconds':300}"), ObjectValue.empty(), "a")
            .act("a", "-"));
    Value payload =
        bench.engine().publish(DeviceInactivity.of(DEVICE, 300, THEN)).getFirst().join().payload();
    assertInstanceOf(DateValue.class, payload.get("time"));
    assertInstanceOf(DateValue.class, payload.get("data").get("lastActivity"));
  }

  @Test
  void aHostMayStartACustomNodeItself() {
    bench.deploy(Draft.customNode("c", "r").node("r", Bench.RETURN, "return", null));
    Value payload =
        bench
            .engine()
            .run("c", CustomNodeStart.withoutInputs().with("in", Value.of(5)).firing())
            .payload();
    assertEquals(
        json(
            """
            {'time':'2024-01-15T14:30:00.000Z','data':{'in':5},'applicationId':'application',
             'applicationName':'name of application','triggerId':'key-customNodeStart',
             'triggerType':'customNodeStart','flowId':'c','flowName':'name of c',
             'flowVersion':'develop','globals':{'limit':75}}
            """),
        Value.parseJson(payload.toJson()));
  }

  @Test
  void aHostMayMakeAnErrorUp() {
    bench.deploy(
        Draft.of("f").trigger("flowError", object("{'scope':'local'}"), "a").act("a", "-"));
    Value payload =
        bench
            .engine()
            .run(
                "f",
                FlowFailure.of("broken", "ValidationError", "No number")
                    .at("n1", "MathNode")
                    .with(json("{'data':{'replyId':'reply'}}"))
                    .firing())
            .payload();
    assertEquals(
        json(
            """
            {'time':'2024-01-15T14:30:00.000Z','applicationId':'application',
             'applicationName':'name of application','triggerId':'broken-flowError',
             'triggerType':'flowError','relayId':'broken','relayType':'flow',
             'flowId':'f','flowName':'name of f','flowVersion':'develop','globals':{'limit':75},
             'data':{'errorInfo':{'error':{'message':'No number','name':'ValidationError'},
              'nodeId':'n1','nodeType':'MathNode'},
              'erroredPayload':{'data':{'replyId':'reply'}},'replyId':'reply'}}
            """),
        Value.parseJson(payload.toJson()));
  }

  @Test
  void globalsOfTheExperienceLieBetweenTheApplicationsAndTheFlows() {
    try (Bench other = new Bench()) {
      other
          .builder()
          .globals(Map.of("a", Value.of("app"), "b", Value.of("app"), "c", Value.of("app")))
          .experienceGlobals("develop", Map.of("b", Value.of("exp"), "c", Value.of("exp")))
          .experienceGlobals("v1", Map.of("b", Value.of("exp v1")));
      Draft draft =
          Draft.button("f", "n")
              .flowClass(FlowClass.EXPERIENCE)
              .global("c", Value.of("flow"))
              .act("n", "-");
      other.deploy(draft);
      other.engine().deploy(draft.version("v1id", "v1"));
      other.deploy(Draft.button("cloud", "n").act("n", "-"));
      assertEquals(
          json("{'a':'app','b':'exp','c':'flow'}"), other.run("f").payload().get("globals"));
      assertEquals(
          json("{'a':'app','b':'exp v1','c':'flow'}"),
          other
              .engine()
              .publish(
                  ButtonPress.of("key-virtualButton").in(Circumstances.unknown().forVersion("v1")))
              .getFirst()
              .join()
              .payload()
              .get("globals"));
      assertEquals(
          json("{'a':'app','b':'app','c':'app'}"), other.run("cloud").payload().get("globals"));
    }
  }

  @Test
  void withoutAnAgentThereIsNothingOfOne() {
    try (Bench other = new Bench()) {
      other.deploy(Draft.button("f", "n").flowClass(FlowClass.EDGE).act("n", "-"));
      assertEquals(Value.undefined(), other.run("f").payload().get("isConnectedToLosant"));
    }
  }
}
