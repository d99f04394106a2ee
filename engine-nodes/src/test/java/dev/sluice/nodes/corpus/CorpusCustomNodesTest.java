package dev.sluice.nodes.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.flow.Node;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunError.Place;
import dev.sluice.nodes.Json;
import dev.sluice.nodes.Outcome;
import dev.sluice.nodes.TestEngine;
import dev.sluice.nodes.TestFlow;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The real custom nodes whose node types are all implemented, called from a flow. What is expected
 * was worked out by running their scripts in Node.js.
 */
class CorpusCustomNodesTest {
  private static final String ATMOSPHERE = "am107-decoder-4ec72bd9.json";
  private static final String UPLINK = "senet-uplink-api-generic-device-decoder-ed80f9dd.json";
  private static final String ROLE = "cpf-verify-role-44a346a2.json";
  private static final String REDACT = "redact-payload-6ad309df.json";
  private static final String REDACT_VERSION = "redact-payload-v1-0-0-v1-0-0-235cf1a9.json";
  private static final String REDACT_CATALOG = "catalog-redact-payload-25d6e880.node";

  private static final String THRESHOLD = "threshold-check-cf60e88c.json";

  private static final Set<String> COVERED =
      Set.of(ATMOSPHERE, UPLINK, ROLE, REDACT, REDACT_VERSION, REDACT_CATALOG, THRESHOLD);

  private static final String SECRETS =
      """
      {path: {clean: 'sparkling', additionalSensitiveData: 'password123',
        someSecretishThing: 'The key is 42.', aNestedObject: {token: 'abc123'},
        values: [{password: 'alphabravocharlie'}]}}""";

  private static final String REDACTED =
      """
      {clean: 'sparkling', additionalSensitiveData: '*******REDACTED*******',
        someSecretishThing: '*******REDACTED*******',
        aNestedObject: {token: '*******REDACTED*******'},
        values: [{password: '*******REDACTED*******'}]}""";

  @Test
  void everyCustomNodeOfImplementedTypesIsCovered() throws IOException {
    Set<String> implemented =
        ServiceLoader.load(NodeType.class).stream()
            .map(found -> found.get().description().type())
            .collect(Collectors.toSet());
    Set<String> callable =
        Corpus.read().stream()
            .filter(entry -> entry.version().flowClass() == FlowClass.CUSTOM_NODE)
            .filter(
                entry ->
                    implemented.containsAll(
                        entry.version().nodes().stream().map(Node::type).toList()))
            .map(Corpus.Entry::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(COVERED), callable);
  }

  /** Calls a custom node as its flow's version says, and gives the outcome for the caller. */
  private static Outcome call(String file, String version, String fields, String data)
      throws IOException {
    Corpus.Entry entry = Corpus.read(file);
    try (TestEngine engine = TestEngine.start()) {
      engine.engine().deploy(entry.version());
      return call(engine, String.valueOf(entry.version().flowId()), version, fields, data);
    }
  }

  private static Outcome call(
      TestEngine engine, String flowId, String version, String fields, String data) {
    String config =
        "{customNodeId: '"
            + flowId
            + "', customNodeVersion: '"
            + version
            + "', resultPath: 'working.r', fields: "
            + fields
            + "}";
    assertEquals(
        List.of(),
        engine.deploy(
            TestFlow.withButton("caller", "n1")
                .node("n1", "CustomNodeExecuteNode", config, "d0", "d1")
                .node("d0", "DebugNode", "{}")
                .node("d1", "DebugNode", "{}")));
    return engine.press("caller", data);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "{pdu: '0367EB0004683806657B00BE02B600056A0000077DB801087D51000973F326'};"
            + " {Temp: 23.5, RH: 28, LightLevel: 123, VisibleInfrared: 702, Infrared: 182,"
            + " MotionCount: 0, CO2: 440, TVOC: 81, Pressure: 997.1}",
        "{pdu: 'ff0175640367ffff04680f'}; {Battery: 100, Temp: 6553.5, RH: 7.5}",
        "{pdu: ''}; {}",
        "{};        {}",
      })
  void theAtmosphereDecoderReadsItsBytes(String body, String attributes) throws IOException {
    Outcome outcome =
        call(ATMOSPHERE, "default", "[{id: 'body', value: 'data.body'}]", "{body: " + body + "}")
            .succeeded();
    assertEquals(Json.value(attributes), outcome.at("working.r"));
    assertEquals(0, outcome.output());
  }

  @Test
  void theAtmosphereDecoderFailsWithoutABody() throws IOException {
    Outcome outcome = call(ATMOSPHERE, "develop", "[{id: 'body', value: 'data.no'}]", "{}");
    assertEquals("FunctionNodeTypeError", outcome.error().name());
    assertEquals(
        List.of(
            "~exportplaceholderid-flow-am107Decoder~/JKXAov4xPK Milesight AM107 Decoder",
            "caller/n1 n1"),
        outcome.error().node().stream()
            .map(place -> place.flowId() + "/" + place.nodeId() + " " + place.label())
            .toList());
    assertEquals(Json.value("{}"), outcome.at("data"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "{txtime: '2020-10-16T15:07:29.367Z', seqno: 118, port: 10, pdu: '0367', joinId: 1,"
            + " gwEui: '647FDAFFFE00A970', devType: 'Tektelic-SmartRoom',"
            + " devEui: '647FDA00000055D8', devClass: 'A', cfgLng: -70.7581, cfgLat: 43.07865,"
            + " ack: false}; '';"
            + " {Temp: 21, devEui: '647FDA00000055D8', gwEui: '647FDAFFFE00A970', pdu: '0367',"
            + " port: 10, seqno: 118, joinId: 1, txtime: '2020-10-16T15:07:29.367Z', ack: false,"
            + " devClass: 'A', devType: 'Tektelic-SmartRoom', cfgLocation: '43.07865, -70.7581',"
            + " Geocode: '43.07865, -70.7581', Connected: true}",
        "{devEui: 'd', gwEui: 'g', seqno: 5, joinId: 2, txtime: 't', estLat: 1.5, estLng: -2,"
            + " cfgLat: -90, cfgLng: -180}; '';"
            + " {Temp: 21, devEui: 'd', gwEui: 'g', seqno: 5, joinId: 2, txtime: 't',"
            + " estLocation: '1.5, -2', Geocode: '1.5, -2', Connected: true}",
        "{devEui: 'd', gwEui: 'g', seqno: 5, joinId: 2, txtime: 't', estLat: 1.5, estLng: -2};"
            + " 'Tracker';"
            + " {Temp: 21, devEui: 'd', gwEui: 'g', seqno: 5, joinId: 2, txtime: 't',"
            + " Connected: true}",
      })
  void theUplinkDecoderAddsToWhatIsKnown(String body, String deviceClass, String attributes)
      throws IOException {
    Outcome outcome =
        call(
                UPLINK,
                "default",
                "[{id: 'body', value: 'data.body'}, {id: 'attributes', value: 'data.known'},"
                    + " {id: 'DeviceClass', value: "
                    + deviceClass
                    + "}]",
                "{known: {Temp: 21}, body: " + body + "}")
            .succeeded();
    assertEquals(Json.value(attributes), outcome.at("working.r"));
    assertEquals(Json.value("{Temp: 21}"), outcome.at("data.known"));
  }

  @Test
  void theUplinkDecodersOwnMistakeIsItsOwn() throws IOException {
    Outcome outcome =
        call(
            UPLINK,
            "default",
            "[{id: 'body', value: 'data.body'}, {id: 'attributes', value: 'data.no'}]",
            "{body: {attributes: {}}}");
    // The script misspells its payload on this way.
    assertEquals("FunctionNodeReferenceError", outcome.error().name());
    assertEquals(2, outcome.error().node().size());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "admin,  admin,  1",
        "admin,  viewer, 1",
        "editor, admin,  0",
        "editor, editor, 1",
        "editor, viewer, 1",
        "viewer, editor, 0",
        "viewer, viewer, 1",
        "other,  viewer, 0",
        "admin,  -,      1",
        "editor, -,      0",
      })
  void theRoleDecidesTheWay(String role, String required, int output) throws IOException {
    String chosen = required == null ? "" : ", {id: 'requiredRole', value: '" + required + "'}";
    Outcome outcome =
        call(
                ROLE,
                "default",
                "[{id: 'user', value: 'data.user'}" + chosen + "]",
                "{user: {userTags: {cpf_role: '" + role + "'}}}")
            .succeeded();
    assertEquals(output, outcome.output());
    assertEquals(1, outcome.visits("d" + output));
    assertEquals(Value.undefined(), outcome.at("working.r"));
  }

  @Test
  void withoutAUserTheRoleIsNotMet() throws IOException {
    Outcome outcome = call(ROLE, "default", "[{id: 'user', value: 'data.user'}]", "{}");
    assertEquals(0, outcome.succeeded().output());
    assertEquals(1, outcome.visits("RcLR891VtD"));
  }

  @Test
  void withoutKeysNothingIsRedacted() throws IOException {
    String fields = "[{id: 'path', value: 'data.path'}, {id: 'keysToRedactCSV', value: ''}]";
    Outcome outcome = call(REDACT, "default", fields, "{path: {clean: 'sparkling'}}").succeeded();
    assertEquals(Json.value("{clean: 'sparkling'}"), outcome.at("working.r"));
  }

  /** The values in turn; for each the way taken, the count, and the latch before and after. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "greater; 11 0 1 false false, 12 1 2 false true, 13 0 3 true true, 5 0 0 true false,"
            + " 11 0 1 false false, 12 1 2 false true",
        "less;    9 0 1 false false, 10 0 0 false false, 9 0 1 false false, -1 1 2 false true",
        "equal;   10 0 1 false false, 10 1 2 false true, 10 0 3 true true, 10.5 0 0 true false",
      })
  void theThresholdIsMetOnceUntilItIsNot(String comparator, String values) throws IOException {
    Corpus.Entry entry = Corpus.read(THRESHOLD);
    try (TestEngine engine = TestEngine.start()) {
      engine.engine().deploy(Flow.fromJson(entry.document()));
      String fields =
          "[{id: 'value', value: '{{data.v}}'}, {id: 'threshold', value: '10'},"
              + " {id: 'count', value: '2'}, {id: 'id', value: '{{data.id}}'},"
              + " {id: 'comparator', value: '"
              + comparator
              + "'}]";
      String flowId = entry.document().get("id").toText();
      for (String press : values.split(", ", -1)) {
        for (String id : List.of("one", "two")) {
          String[] parts = press.split(" ", -1);
          Outcome outcome =
              call(engine, flowId, "default", fields, "{v: " + parts[0] + ", id: '" + id + "'}")
                  .succeeded();
          assertEquals(Integer.parseInt(parts[1]), outcome.output(), press);
          assertEquals(Json.value(parts[2]), outcome.at("working.r.count"), press);
          assertEquals(Json.value(parts[3]), outcome.at("working.r.wasLatched"), press);
          assertEquals(Json.value(parts[4]), outcome.at("working.r.isLatched"), press);
          assertEquals(Value.of(outcome.output() == 1), outcome.at("working.r.latchBranch"), press);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    REDACT + ", default",
    REDACT + ", develop",
    REDACT_VERSION + ", default",
    REDACT_VERSION + ", v1.0.0",
    REDACT_CATALOG + ", default",
    REDACT_CATALOG + ", v1.0.0",
  })
  void secretsAreRedacted(String file, String version) throws IOException {
    String fields =
        "[{id: 'path', value: 'data.path'},"
            + " {id: 'keysToRedactCSV', value: '{{data.first}},sensitive'}]";
    Outcome outcome = call(file, version, fields, SECRETS).succeeded();
    assertEquals(Json.value(REDACTED), outcome.at("working.r"));
    assertEquals(Json.value(SECRETS), outcome.at("data"));
    assertEquals(0, outcome.output());
  }

  @Test
  void onlyTextsUnderAKeyAreRedacted() throws IOException {
    Outcome outcome =
        call(
                REDACT,
                "default",
                "[{id: 'path', value: 'data'}, {id: 'keysToRedactCSV', value: ' HELLO , '}]",
                "{ApiKey: 1, myAuthor: 'x', list: ['secret', {Token: 't'}], Hello: 'h', n: true}")
            .succeeded();
    assertEquals(
        Json.value(
            """
            {ApiKey: 1, myAuthor: '*******REDACTED*******',
              list: ['secret', {Token: '*******REDACTED*******'}],
              Hello: '*******REDACTED*******', n: true}"""),
        outcome.at("working.r"));
  }

  /** The script fails on a null, so that the error tells which version ran. */
  private static String versionRun(TestEngine engine, String flowId, String version) {
    Outcome outcome =
        call(
            engine,
            flowId,
            version,
            "[{id: 'path', value: 'data.path'}, {id: 'keysToRedactCSV', value: 'x'}]",
            "{path: {o: null}}");
    assertEquals("FunctionNodeTypeError", outcome.error().name());
    Place place = outcome.error().place().orElseThrow();
    assertEquals(flowId, place.flowId());
    return place.version();
  }

  @Test
  void theVersionThatRunsIsTheOneNamedOrTheDefault() throws IOException {
    Corpus.Entry develop = Corpus.read(REDACT);
    Corpus.Entry published = Corpus.read(REDACT_VERSION);
    String flowId = String.valueOf(develop.version().flowId());
    try (TestEngine engine = TestEngine.start()) {
      engine.engine().deploy(published.version());
      assertEquals("v1.0.0", versionRun(engine, flowId, "default"));
      engine.engine().deploy(Flow.fromJson(develop.document()));
      assertEquals("develop", versionRun(engine, flowId, "default"));
      assertEquals("develop", versionRun(engine, flowId, "develop"));
      assertEquals("v1.0.0", versionRun(engine, flowId, "v1.0.0"));
      engine
          .engine()
          .deploy(
              Flow.fromJson(
                  develop.document().toBuilder()
                      .put("defaultVersionId", published.document().get("id"))
                      .build()));
      assertEquals("v1.0.0", versionRun(engine, flowId, "default"));
      assertEquals("develop", versionRun(engine, flowId, "develop"));
    }
  }
}
