package dev.sluice.core.manage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.engine.Engine;
import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.manage.Author;
import dev.sluice.api.manage.BulkDeletion;
import dev.sluice.api.manage.ErrorsQuery;
import dev.sluice.api.manage.FlowErrors;
import dev.sluice.api.manage.FlowLog;
import dev.sluice.api.manage.FlowPage;
import dev.sluice.api.manage.FlowStats;
import dev.sluice.api.manage.FlowVersionPage;
import dev.sluice.api.manage.FlowVersionsQuery;
import dev.sluice.api.manage.FlowsQuery;
import dev.sluice.api.manage.ImportResult;
import dev.sluice.api.manage.LogQuery;
import dev.sluice.api.manage.Management;
import dev.sluice.api.manage.ManagementException;
import dev.sluice.api.manage.SortDirection;
import dev.sluice.api.manage.StatsQuery;
import dev.sluice.api.manage.StoredFlow;
import dev.sluice.api.manage.StoredVersion;
import dev.sluice.api.manage.TriggerFilter;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunRejectedException;
import dev.sluice.api.store.Activity;
import dev.sluice.api.store.Document;
import dev.sluice.api.store.Documents;
import dev.sluice.api.store.Store;
import dev.sluice.api.trigger.ButtonPress;
import dev.sluice.api.trigger.Firing;
import dev.sluice.api.trigger.TimerTick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the management does, on any store. */
public abstract class ManagementContract {
  private static final String APPLICATION = "5f1c2d3e4f5a6b7c8d9e0f1a";
  private static final String UNKNOWN = "0123456789abcdef01234567";
  private static final String NOW = "2025-03-04T05:06:07.123Z";

  private final TestClock clock = new TestClock();
  private final List<Engine> engines = new ArrayList<>();
  private final Store store;
  private final Management management;

  /**
   * What the management does on a store.
   *
   * @param store a store that has nothing in it
   */
  protected ManagementContract(Store store) {
    this.store = store;
    this.management = engine().manage();
  }

  @AfterEach
  void close() {
    engines.forEach(engine -> engine.close(Duration.ofSeconds(10)));
    store.close();
  }

  private Engine engine() {
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

  // ---- documents

  private static ObjectValue json(String text) {
    return (ObjectValue) Value.parseJson(text.replace('\'', '"'));
  }

  /** A flow that a button starts, and that says that it ran in a storage entry. */
  private static ObjectValue saying(String name, String entry) {
    return json(
        "{'name':'"
            + name
            + "','triggers':[{'type':'virtualButton','key':'go','config':{},'outputIds':[['a']]}],"
            + "'nodes':[{'id':'a','type':'Say','config':{'entry':'"
            + entry
            + "'},'outputIds':[]}]}");
  }

  private static ObjectValue failing(String name) {
    return json(
        "{'name':'"
            + name
            + "','triggers':[{'type':'virtualButton','key':'go','outputIds':[['a']]}],"
            + "'nodes':[{'id':'a','type':'Fail','meta':{'label':'Breaks'},'outputIds':[]}]}");
  }

  private static ObjectValue customNode(String name, String... calls) {
    StringBuilder nodes = new StringBuilder("{'id':'r','type':'CustomNodeCapNode'}");
    StringBuilder first = new StringBuilder("'r'");
    for (String call : calls) {
      nodes
          .append(",{'id':'c-")
          .append(call)
          .append("','type':'Call','config':{'customNodeId':'")
          .append(call)
          .append("'},'outputIds':[]}");
      first.append(",'c-").append(call).append("'");
    }
    return json(
        "{'name':'"
            + name
            + "','flowClass':'customNode','triggers':[{'type':'customNodeStart','outputIds':[["
            + first
            + "]]}],'nodes':["
            + nodes
            + "],'customNodeConfig':{'outputCount':1,'resultMode':'optional','fields':[]}}");
  }

  private static ObjectValue calling(String name, String customNode, String version) {
    return json(
        "{'name':'"
            + name
            + "','triggers':[{'type':'virtualButton','key':'go','outputIds':[['c']]}],"
            + "'nodes':[{'id':'c','type':'Call','config':{'customNodeId':'"
            + customNode
            + "','customNodeVersion':'"
            + version
            + "'},'outputIds':[]}]}");
  }

  private static ObjectValue version(ObjectValue flow, String name) {
    return flow.toBuilder().remove("name").remove("flowClass").put("version", name).build();
  }

  private String post(ObjectValue flow) {
    return management.flows().post(flow).id();
  }

  private static ManagementException refused(ManagementException.Type type, Executable operation) {
    ManagementException refusal = assertThrows(ManagementException.class, operation);
    assertEquals(type, refusal.type(), refusal.getMessage());
    return refusal;
  }

  private static String invalid(Executable operation) {
    return String.valueOf(refused(ManagementException.Type.VALIDATION, operation).getMessage());
  }

  private static void notFound(Executable operation) {
    refused(ManagementException.Type.NOT_FOUND, operation);
  }

  private void press(String flowId) {
    management.flow(flowId).pressVirtualButton(json("{'key':'go'}"));
  }

  /** Runs the flow on this thread. */
  private void run(String flowId) {
    engines.getFirst().run(flowId, Firing.virtualButton());
  }

  private static List<String> names(FlowPage page) {
    return page.items().stream().map(flow -> flow.flow().name()).toList();
  }

  private static List<String> names(FlowVersionPage page) {
    return page.items().stream().map(version -> version.version().version()).toList();
  }

  // ---- flows.post, flow.get

  @Test
  void aFlowGetsItsIdAndDates() {
    StoredFlow posted =
        management
            .flows()
            .post(
                json(
                    "{'name':'All','description':'d','shortDescription':'s','docsUrl':'u',"
                        + "'iconData':null,'category':'','globals':[{'key':'k','json':'1'}]}"));

    assertTrue(posted.id().matches("[0-9a-f]{24}"), posted.id());
    ObjectValue expected =
        json(
                "{'name':'All','description':'d','shortDescription':'s','docsUrl':'u',"
                    + "'globals':[{'key':'k','json':'1'}],'triggers':[],'nodes':[],"
                    + "'enabled':true,'flowClass':'cloud'}")
            .toBuilder()
            .put("id", posted.id())
            .put("flowId", posted.id())
            .put("applicationId", APPLICATION)
            .put("creationDate", NOW)
            .put("lastUpdated", NOW)
            .build();
    assertEquals(expected, posted.toJson());
    ObjectValue got = management.flow(posted.id()).get().toJson();
    assertEquals(json("{'runCount':0,'errorCount':0,'byVersion':{}}"), got.get("stats"));
    assertEquals(expected, got.toBuilder().remove("stats").build());
  }

  @Test
  void whatIsMadeAndChangedNamesItsAuthor() {
    String id =
        management
            .by(new Author(UNKNOWN, Author.Type.USER))
            .flows()
            .post(json("{'name':'Mine'}"))
            .id();
    clock.advance(Duration.ofSeconds(1));
    ObjectValue changed =
        management
            .by(new Author(APPLICATION, Author.Type.API_TOKEN))
            .flow(id)
            .patch(json("{'enabled':false}"))
            .toJson();

    assertEquals(Value.of(UNKNOWN), changed.get("createdById"));
    assertEquals(Value.of("user"), changed.get("createdByType"));
    assertEquals(Value.of(NOW), changed.get("creationDate"));
    assertEquals(Value.of(APPLICATION), changed.get("lastUpdatedById"));
    assertEquals(Value.of("apiToken"), changed.get("lastUpdatedByType"));
    assertEquals(Value.of("2025-03-04T05:06:08.123Z"), changed.get("lastUpdated"));
  }

  @Test
  void triggersGetTheKeysThatNobodyChooses() {
    StoredFlow flow =
        management
            .flows()
            .post(
                json(
                    "{'name':'Keys','triggers':[{'type':'timer','config':{'seconds':60}},"
                        + "{'type':'virtualButton'},{'type':'flowError'},"
                        + "{'type':'flowError','config':{'scope':'global'}},"
                        + "{'type':'webhook','key':'mine'},{'type':'deviceCreate'}]}"));

    List<String> keys =
        flow.flow().develop().triggers().stream()
            .map(trigger -> String.valueOf(trigger.key()))
            .toList();
    String key = flow.id() + "-[0-9a-zA-Z_-]{21}";
    assertTrue(keys.get(0).matches(key), keys.get(0));
    assertTrue(keys.get(1).matches(key), keys.get(1));
    assertNotEquals(keys.get(0), keys.get(1));
    assertEquals(
        List.of(flow.id() + "-flowError", APPLICATION + "-global-flowError", "mine", "null"),
        keys.subList(2, 6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                        | name: found nothing
          {'name':''}                               | name: found "";
          {'name':5}                                | name: found 5;
          {'name':'n','colour':1}                   | colour: found a property that is not known
          {'name':'n','flowClass':'sky'}            | flowClass: found "sky"; expected one of cloud
          {'name':'n','category':'fun'}             | category: found "fun"
          {'name':'n','iconData':'x'}               | iconData: found "x"
          {'name':'n','minimumAgentVersion':'1'}    | minimumAgentVersion: found "1"
          {'name':'n','customNodeSupports':['sea']} | customNodeSupports: found ["sea"]
          {'name':'n','enabled':'yes'}              | enabled: found "yes"; expected true or false
          {'name':'n','nodes':{}}                   | nodes: found {}
          {'name':'n','nodes':[5]}                  | nodes[0]
          {'name':'n','defaultVersionId':'0123456789abcdef01234567'} | defaultVersionId: found
          {'name':'n','nodes':[{'id':'a','type':'Nonsense'}]} | Nonsense
          """)
  void aMalformedFlowIsRefused(String flow, String message) {
    String found = invalid(() -> management.flows().post(json(flow)));

    assertTrue(found.contains(message), found);
    assertEquals(0, management.flows().get(FlowsQuery.defaults()).totalCount());
  }

  @Test
  void anErrorHasTypeAndMessage() {
    ManagementException refusal =
        refused(ManagementException.Type.NOT_FOUND, () -> management.flow(UNKNOWN).get());

    assertEquals(404, refusal.type().status());
    assertEquals(
        json("{'type':'NotFound','message':'There is no flow " + UNKNOWN + "'}"), refusal.toJson());
    assertEquals(400, ManagementException.Type.VALIDATION.status());
  }

  @Test
  void everyOperationOnAFlowThatIsNotThereIsNotFound() {
    var flow = management.flow(UNKNOWN);
    notFound(() -> flow.patch(json("{}")));
    notFound(flow::delete);
    notFound(() -> flow.errors(ErrorsQuery.defaults()));
    notFound(() -> flow.stats(StatsQuery.defaults()));
    notFound(() -> flow.getLogEntries(LogQuery.defaults()));
    notFound(flow::getStorageEntries);
    notFound(() -> flow.setStorageEntry(json("{'key':'k'}")));
    notFound(flow::clearStorageEntries);
    notFound(flow::getStorageEntriesMetadata);
    notFound(() -> flow.pressVirtualButton(json("{'key':'k'}")));
    notFound(() -> management.flowVersions(UNKNOWN).get(FlowVersionsQuery.defaults()));
    notFound(() -> management.flowVersions(UNKNOWN).post(json("{'version':'v'}")));
    notFound(() -> management.flowVersions(UNKNOWN).delete(json("{'query':{}}")));
    String id = post(json("{'name':'There'}"));
    for (String flowId : List.of(UNKNOWN, id)) {
      var version = management.flowVersion(flowId, "v1");
      notFound(version::get);
      notFound(() -> version.patch(json("{}")));
      notFound(version::delete);
      notFound(() -> version.errors(ErrorsQuery.defaults()));
      notFound(() -> version.stats(StatsQuery.defaults()));
      notFound(() -> version.getLogEntries(LogQuery.defaults()));
    }
  }

  // ---- flow.patch

  @Test
  void aPatchIsPartialForScalarsAndWholeForTriggersAndNodes() {
    String id = post(saying("Old", "a").toBuilder().put("description", "stays").build());
    ObjectValue other = saying("x", "b");

    ObjectValue changed =
        management
            .flow(id)
            .patch(
                json("{'name':'New','category':'logic'}").toBuilder()
                    .put("nodes", other.get("nodes"))
                    .build())
            .toJson();

    assertEquals(Value.of("New"), changed.get("name"));
    assertEquals(Value.of("stays"), changed.get("description"));
    assertEquals(Value.of("logic"), changed.get("category"));
    assertEquals(other.get("nodes"), changed.get("nodes"));
    assertEquals(1, ((ArrayValue) changed.get("triggers")).size());
    run(id);
    assertEquals(json("{'b':1}"), management.flow(id).getStorageEntries());

    ObjectValue less = management.flow(id).patch(json("{'category':'','triggers':[]}")).toJson();
    assertFalse(less.has("category"));
    assertEquals(ArrayValue.of(), less.get("triggers"));
    assertEquals(less.toBuilder().build(), management.flow(id).get().toJson());
  }

  @Test
  void aPatchWithErrorsChangesNothing() {
    String id = post(saying("Sound", "a"));
    ObjectValue before = management.flow(id).get().toJson();

    String message =
        invalid(
            () ->
                management
                    .flow(id)
                    .patch(
                        json(
                            "{'name':'Broken','nodes':[{'id':'a','type':'Say','config':{},"
                                + "'outputIds':[['gone']]}]}")));

    assertTrue(message.contains("config.entry"), message);
    assertTrue(message.contains("gone"), message);
    assertEquals(before, management.flow(id).get().toJson());
    run(id);
    assertEquals(json("{'a':1}"), management.flow(id).getStorageEntries());
  }

  @Test
  void aDisabledFlowIsOutOfService() {
    String id = post(saying("Off", "a"));
    management.flow(id).patch(json("{'enabled':false}"));

    String message = invalid(() -> press(id));

    assertTrue(message.contains("disabled"), message);
    management.flow(id).patch(json("{'enabled':true}"));
    run(id);
  }

  // ---- promoting

  @Test
  void promotingAVersionSwapsWhatRuns() {
    String id = post(saying("Promoted", "develop"));
    StoredVersion v1 = management.flowVersions(id).post(version(saying("", "v1"), "v1"));
    StoredVersion v2 = management.flowVersions(id).post(version(saying("", "v2"), "v2"));
    run(id);
    management.flow(id).patch(ObjectValue.of("defaultVersionId", text(v1.id())));
    run(id);
    ObjectValue promoted =
        management.flow(id).patch(ObjectValue.of("defaultVersionId", text(v2.id()))).toJson();
    run(id);
    assertEquals(text(v2.id()), promoted.get("defaultVersionId"));
    ObjectValue back = management.flow(id).patch(json("{'defaultVersionId':null}")).toJson();
    run(id);

    assertFalse(back.has("defaultVersionId"));
    assertEquals(json("{'develop':2,'v1':1,'v2':1}"), management.flow(id).getStorageEntries());
    assertEquals(
        json(
            "{'runCount':4,'errorCount':0,'byVersion':{'develop':{'runCount':2,'errorCount':0},"
                + "'v1':{'runCount':1,'errorCount':0},'v2':{'runCount':1,'errorCount':0}}}"),
        management.flow(id).get().toJson().get("stats"));
    invalid(() -> management.flow(id).patch(ObjectValue.of("defaultVersionId", text(UNKNOWN))));
  }

  private static Value text(@Nullable String text) {
    return Value.of(String.valueOf(text));
  }

  // ---- flows.get

  private void someFlows() {
    post(json("{'name':'beta'}"));
    post(json("{'name':'Alpha'}"));
    post(json("{'name':'gamma one','flowClass':'edge'}"));
    clock.advance(Duration.ofSeconds(1));
    post(json("{'name':'delta','triggers':[{'type':'webhook','key':'hook'}],'enabled':false}"));
    post(
        json(
            "{'name':'Epsilon','triggers':[{'type':'timer','key':'t','config':{'seconds':60}}],"
                + "'nodes':[{'id':'a','type':'Say','config':{'entry':'e'}}]}"));
  }

  @Test
  void flowsAreListedByPage() {
    someFlows();

    FlowPage all = management.flows().get(FlowsQuery.defaults());

    assertEquals(List.of("Alpha", "beta", "delta", "Epsilon"), names(all));
    ObjectValue listed = all.toJson();
    assertEquals(
        json(
                "{'count':4,'totalCount':4,'perPage':100,'page':0,'sortField':'name',"
                    + "'sortDirection':'asc','flowClass':'cloud'}")
            .toBuilder()
            .put("applicationId", APPLICATION)
            .build(),
        listed.toBuilder().remove("items").build());
    FlowPage second =
        management
            .flows()
            .get(
                FlowsQuery.defaults()
                    .withPage(1)
                    .withPerPage(3)
                    .withSortDirection(SortDirection.DESCENDING));
    assertEquals(List.of("Alpha"), names(second));
    assertEquals(4, second.totalCount());
    assertEquals(Value.of(1), second.toJson().get("count"));
    assertEquals(List.of(), names(management.flows().get(FlowsQuery.defaults().withPage(7))));
  }

  @ParameterizedTest
  @CsvSource({
    "name, 'Alpha beta delta Epsilon'",
    "creationDate, 'Alpha beta delta Epsilon'",
    "lastUpdated, 'Alpha delta Epsilon beta'",
  })
  void flowsAreSorted(String field, String expected) {
    someFlows();
    FlowsQuery query = FlowsQuery.defaults().withSortField(field);
    String beta =
        management
            .flows()
            .get(query.withFilterField("name").withFilter("beta"))
            .items()
            .getFirst()
            .id();
    clock.advance(Duration.ofSeconds(1));
    management.flow(beta).patch(json("{'description':'changed'}"));

    List<String> found = names(management.flows().get(query));

    List<String> names = List.of(expected.split(" "));
    if (field.equals("creationDate")) {
      // Of what was made at the same time, the ids decide.
      assertEquals(new TreeSet<>(names.subList(0, 2)), new TreeSet<>(found.subList(0, 2)));
      assertEquals(new TreeSet<>(names.subList(2, 4)), new TreeSet<>(found.subList(2, 4)));
    } else if (field.equals("lastUpdated")) {
      assertEquals("Alpha", found.getFirst());
      assertEquals("beta", found.getLast());
    } else {
      assertEquals(names, found);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          *a        | Alpha beta delta
          AL*       | Alpha
          ?e?ta     | delta
          beta      | beta
          *t*a*     | beta delta
          {beta,delta} | beta delta
          [ad]*     | Alpha delta
          nothing*  |
          """)
  void namesAreFilteredByWildcards(String filter, String expected) {
    someFlows();

    FlowPage page =
        management.flows().get(FlowsQuery.defaults().withFilterField("name").withFilter(filter));

    assertEquals(expected == null ? "" : expected, String.join(" ", names(page)));
    assertEquals(Value.of(filter), page.toJson().get("filter"));
    assertEquals(Value.of("name"), page.toJson().get("filterField"));
  }

  @Test
  void flowsAreFilteredByClassAndTrigger() {
    someFlows();
    var flows = management.flows();
    FlowsQuery query = FlowsQuery.defaults();

    assertEquals(List.of("gamma one"), names(flows.get(query.withFlowClass(FlowClass.EDGE))));
    assertEquals(5, flows.get(query.withFlowClass(null)).totalCount());
    assertEquals(
        List.of("delta", "Epsilon"),
        names(
            flows.get(
                query.withTriggerFilter(
                    List.of(
                        new TriggerFilter("webhook", "hook"), new TriggerFilter("timer", null))))));
    assertEquals(
        List.of(),
        names(flows.get(query.withTriggerFilter(List.of(new TriggerFilter("webhook", "x"))))));

    String id = post(saying("later", "a"));
    StoredVersion v1 =
        management
            .flowVersions(id)
            .post(json("{'version':'v1','triggers':[{'type':'webhook','key':'of version'}]}"));
    FlowsQuery ofVersion = query.withTriggerFilter(List.of(new TriggerFilter(null, "of version")));
    assertEquals(List.of(), names(flows.get(ofVersion)));
    management.flow(id).patch(ObjectValue.of("defaultVersionId", text(v1.id())));
    assertEquals(List.of("later"), names(flows.get(ofVersion)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                   | Alpha beta delta Epsilon gamma one
          {'name':'beta'}                                      | beta
          {'name':{'$ne':'beta'}}                              | Alpha delta Epsilon gamma one
          {'name':{'$startsWith':'a'}}                         |
          {'name':{'$startsWith':'a','$ci':true}}              | Alpha
          {'name':{'$endsWith':'a','$ne':'beta'}}              | Alpha delta
          {'name':{'$contains':'m'}}                           | gamma one
          {'name':{'$in':['beta','delta','x']}}                | beta delta
          {'name':{'$in':['BETA'],'$ci':true}}                 | beta
          {'name':{'$nin':['beta','delta'],'$contains':'a'}}   | Alpha gamma one
          {'name':{'$gt':'a','$lte':'delta'}}                  | beta delta
          {'name':5}                                           |
          {'name':null}                                        |
          {'flowClass':'edge'}                                 | gamma one
          {'enabled':false}                                    | delta
          {'enabled':{'$ne':true}}                             | delta
          {'defaultVersion':null,'enabled':true}               | Alpha beta Epsilon gamma one
          {'id':{'$ne':null},'name':'beta'}                    | beta
          {'creationDate':{'$gt':'2025-03-04T05:06:07.500Z'}}  | delta Epsilon
          {'creationDate':{'$lt':1741064768000}}               | Alpha beta gamma one
          {'creationDate':{'$startsWith':'2025-03-04T05:06:08'}} | delta Epsilon
          {'lastUpdated':{'$gte':'2025-03-04','$lt':'2025-03-05'}} | Alpha beta delta Epsilon gamma one
          {'$or':[{'name':'beta'},{'flowClass':'edge'}]}       | beta gamma one
          {'$and':[{'enabled':true},{'flowClass':'edge'}]}     | gamma one
          {'$nor':[{'enabled':true},{'flowClass':'edge'}]}     | delta
          {'$or':[]}                                           |
          {'$or':[{'$and':[{'name':'beta'},{'name':'delta'}]},{'name':'Alpha'}]} | Alpha
          {'triggers':{'type':'webhook'}}                      | delta
          {'triggers':{'type':'webhook','key':'other'}}        |
          {'triggers':{'$eq':{'type':'timer','config':{'seconds':60}}}} | Epsilon
          {'triggers':{'$eq':{'type':'timer','config':{'seconds':61}}}} |
          {'triggers':{'$eq':{'type':'timer','config':{'cron':null}}}}  | Epsilon
          {'triggers':{'$ne':{'type':'timer'}},'flowClass':'cloud'}     | Alpha beta delta
          {'nodes':{'type':'Say'}}                             | Epsilon
          {'nodes':{'$ne':{'type':'Say'}},'flowClass':'cloud'} | Alpha beta delta
          {'nodes':{'$eq':{'type':'Say','config':{'entry':'e'}}}} | Epsilon
          {'nodes':{'$eq':{'type':'Say','config':{'entry':'f'}}}} |
          {'customNodeSupports':'edge'}                        |
          """)
  void advancedQueriesFindFlows(String query, String expected) {
    someFlows();

    FlowPage page =
        management
            .flows()
            .get(
                FlowsQuery.defaults()
                    .withQuery(json(query))
                    .withFilterField("name")
                    .withFilter("overridden"));

    assertEquals(expected == null ? "" : expected, String.join(" ", names(page)));
    assertFalse(page.toJson().has("flowClass"));
    assertFalse(page.toJson().has("filter"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'colour':1}                        | query.colour
          {'version':'v1'}                    | query.version
          {'name':[1]}                        | query.name
          {'name':{'$like':'x'}}              | query.name.$like
          {'name':{'$startsWith':''}}         | query.name.$startsWith
          {'name':{'$ci':1}}                  | query.name.$ci
          {'name':{'$in':'x'}}                | query.name.$in
          {'name':{'$in':[null]}}             | query.name.$in[0]
          {'id':'short'}                      | query.id
          {'id':{'$contains':'a'}}            | query.id.$contains
          {'id':{'$eq':null,'$ne':null}}      | query.id
          {'creationDate':'yesterday'}        | query.creationDate
          {'$and':{}}                         | query.$and
          {'$or':[5]}                         | query.$or[0]
          {'triggers':{}}                     | query.triggers.type
          {'triggers':{'type':'a','x':1}}     | query.triggers.x
          {'nodes':{'type':'a','key':'x'}}    | query.nodes.key
          {'nodes':{'$eq':{'type':'a'},'$ne':{'type':'b'}}} | query.nodes
          {'nodes':{'type':'a','config':{'b':[]}}} | query.nodes.config.b
          """)
  void aMalformedQueryIsRefused(String query, String where) {
    String message =
        invalid(() -> management.flows().get(FlowsQuery.defaults().withQuery(json(query))));

    assertTrue(message.startsWith(where + ":"), message);
  }

  @Test
  void aQueryMayNotBeNestedForEver() {
    ObjectValue query = json("{'name':'x'}");
    for (int i = 0; i < 500; i++) {
      query = ObjectValue.of("$and", ArrayValue.of(query));
    }
    ObjectValue deep = query;

    invalid(() -> management.flows().get(FlowsQuery.defaults().withQuery(deep)));
  }

  @Test
  void aMalformedListingIsRefused() {
    var flows = management.flows();
    FlowsQuery query = FlowsQuery.defaults();
    for (FlowsQuery wrong :
        List.of(
            query.withPage(-1),
            query.withPerPage(0),
            query.withPerPage(1_001),
            query.withSortField("colour"),
            query.withFilterField("colour"))) {
      invalid(() -> flows.get(wrong));
    }
    assertEquals(0, flows.get(query.withFilterField("").withFilter("x")).totalCount());
  }

  @Test
  void aQueryLooksAtAllVersionsIfAsked() {
    String id = post(json("{'name':'Versions'}"));
    management
        .flowVersions(id)
        .post(json("{'version':'v1','nodes':[{'id':'a','type':'Say','config':{'entry':'e'}}]}"));
    FlowsQuery query = FlowsQuery.defaults().withQuery(json("{'nodes':{'type':'Say'}}"));

    assertEquals(List.of(), names(management.flows().get(query)));
    assertEquals(List.of("Versions"), names(management.flows().get(query.withAllVersions(true))));
  }

  @Test
  void flowsAreListedInTheirVersionsOfOneName() {
    String one = post(json("{'name':'one'}"));
    String two = post(json("{'name':'two'}"));
    post(json("{'name':'three'}"));
    management.flowVersions(one).post(json("{'version':'v1'}"));
    management.flowVersions(two).post(json("{'version':'v1','enabled':false}"));
    management.flowVersions(two).post(json("{'version':'v2'}"));
    var flows = management.flows();
    FlowsQuery query = FlowsQuery.defaults();

    FlowVersionPage page = flows.getByVersion("v1", query);
    assertEquals(
        List.of(one, two),
        page.items().stream().map(version -> version.version().flowId()).toList());
    assertFalse(page.toJson().has("flowId"));
    assertEquals(
        1, flows.getByVersion("v1", query.withQuery(json("{'enabled':false}"))).totalCount());
    assertEquals(
        1,
        flows
            .getByVersion("v1", query.withQuery(ObjectValue.of("flowId", text(one))))
            .totalCount());
    assertEquals(
        1, flows.getByVersion("v1", query.withFilterField("name").withFilter("t*")).totalCount());
    assertEquals(3, flows.getByVersion("develop", query).totalCount());
    assertEquals(0, flows.getByVersion("v1", query.withFlowClass(FlowClass.EDGE)).totalCount());
    invalid(() -> flows.getByVersion("v1", query.withQuery(json("{'version':'v1'}"))));
  }

  // ---- versions

  @Test
  void aVersionIsMadeReadAndDeleted() {
    String id = post(saying("Flow", "develop"));
    StoredVersion made =
        management
            .flowVersions(id)
            .post(version(saying("", "v1"), "v1").toBuilder().put("notes", "first").build());

    ObjectValue expected =
        version(saying("", "v1"), "v1").toBuilder()
            .put("notes", "first")
            .put("enabled", true)
            .put("flowClass", "cloud")
            .put("globals", ArrayValue.of())
            .put("id", text(made.id()))
            .put("flowVersionId", text(made.id()))
            .put("flowId", id)
            .put("applicationId", APPLICATION)
            .put("creationDate", NOW)
            .put("lastUpdated", NOW)
            .build();
    assertEquals(expected, made.toJson());
    for (String idOrName : List.of("v1", String.valueOf(made.id()))) {
      ObjectValue got = management.flowVersion(id, idOrName).get().toJson();
      assertEquals(expected, got.toBuilder().remove("stats").build());
    }
    management.flowVersion(id, "v1").delete();
    notFound(() -> management.flowVersion(id, "v1").get());
    refusedRun(id, "v1");
  }

  private void refusedRun(String flowId, String version) {
    assertThrows(
        RunRejectedException.class,
        () -> engines.getFirst().run(flowId, Firing.virtualButton().withVersion(version)));
  }

  @Test
  void aVersionWithoutContentIsEmpty() {
    String id = post(saying("Flow", "develop"));

    ObjectValue made = management.flowVersions(id).post(json("{'version':'v1'}")).toJson();

    assertEquals(ArrayValue.of(), made.get("triggers"));
    assertEquals(ArrayValue.of(), made.get("nodes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'version':'develop'}",
        "{'version':'default'}",
        "{'version':''}",
        "{}",
        "{'version':'v','name':'n'}",
        "{'version':'v','customNodeSupports':[]}"
      })
  void aMalformedVersionIsRefused(String version) {
    String id = post(json("{'name':'Flow'}"));

    invalid(() -> management.flowVersions(id).post(json(version)));
  }

  @Test
  void aVersionTakesThePlaceOfAnotherIfAllowed() {
    String id = post(saying("Flow", "develop"));
    var versions = management.flowVersions(id);
    StoredVersion first = versions.post(version(saying("", "old"), "v1"));
    management.flow(id).patch(ObjectValue.of("defaultVersionId", text(first.id())));
    invalid(() -> versions.post(version(saying("", "new"), "v1")));

    StoredVersion second = versions.post(version(saying("", "new"), "v1"), true, false);

    assertEquals(first.id(), second.id());
    assertEquals(1, versions.get(FlowVersionsQuery.defaults()).totalCount());
    run(id);
    assertEquals(json("{'new':1}"), management.flow(id).getStorageEntries());
  }

  @Test
  void onlyNotesAndEnabledOfAVersionChange() {
    String id = post(saying("Flow", "develop"));
    StoredVersion v1 = management.flowVersions(id).post(version(saying("", "v1"), "v1"));
    clock.advance(Duration.ofSeconds(1));

    ObjectValue changed =
        management.flowVersion(id, "v1").patch(json("{'notes':'n','enabled':false}")).toJson();

    assertEquals(Value.of("n"), changed.get("notes"));
    assertEquals(Value.of(false), changed.get("enabled"));
    assertEquals(Value.of("2025-03-04T05:06:08.123Z"), changed.get("lastUpdated"));
    assertEquals(v1.toJson().get("nodes"), changed.get("nodes"));
    refusedRun(id, "v1");
    invalid(() -> management.flowVersion(id, "v1").patch(json("{'nodes':[]}")));
    invalid(() -> management.flowVersion(id, "develop").patch(json("{'notes':'n'}")));
    invalid(() -> management.flowVersion(id, "develop").delete());
  }

  @Test
  void developAndDefaultAreNamesOfVersions() {
    String id = post(saying("Flow", "develop"));
    StoredVersion v1 = management.flowVersions(id).post(version(saying("", "v1"), "v1"));

    ObjectValue develop = management.flowVersion(id, "develop").get().toJson();
    assertEquals(Value.of("develop"), develop.get("version"));
    assertFalse(develop.has("id"));
    assertEquals(
        Value.of("develop"), management.flowVersion(id, "default").get().toJson().get("version"));
    management.flow(id).patch(ObjectValue.of("defaultVersionId", text(v1.id())));
    assertEquals(
        Value.of("v1"), management.flowVersion(id, "default").get().toJson().get("version"));
    invalid(() -> management.flowVersion(id, "v1").delete());
  }

  @Test
  void versionsAreListedFilteredAndQueried() {
    String id = post(json("{'name':'Flow'}"));
    var versions = management.flowVersions(id);
    versions.post(json("{'version':'v1.0'}"));
    versions.post(json("{'version':'v1.1','enabled':false}"));
    clock.advance(Duration.ofSeconds(1));
    versions.post(json("{'version':'v2.0','triggers':[{'type':'webhook','key':'h'}]}"));
    FlowVersionsQuery query = FlowVersionsQuery.defaults();

    FlowVersionPage page = versions.get(query.withFilter("v1*"));
    assertEquals(List.of("v1.0", "v1.1"), names(page));
    assertEquals(Value.of("version"), page.toJson().get("filterField"));
    assertEquals(text(id), page.toJson().get("flowId"));
    assertEquals(
        List.of("v2.0", "v1.1"),
        names(versions.get(query.withPerPage(2).withSortDirection(SortDirection.DESCENDING))));
    assertEquals(
        List.of("v2.0"),
        names(versions.get(query.withQuery(json("{'triggers':{'type':'webhook'}}")))));
    assertEquals(
        List.of("v1.1"),
        names(
            versions.get(
                query.withQuery(json("{'version':{'$startsWith':'v1'},'enabled':false}")))));
    invalid(() -> versions.get(query.withSortField("name")));
  }

  @Test
  void versionsAreDeletedInBulk() {
    String id = post(json("{'name':'Flow'}"));
    var versions = management.flowVersions(id);
    StoredVersion kept = versions.post(json("{'version':'v1.0'}"));
    versions.post(json("{'version':'v1.1'}"));
    versions.post(json("{'version':'v2.0'}"));
    management.flow(id).patch(ObjectValue.of("defaultVersionId", text(kept.id())));

    BulkDeletion deletion = versions.delete(json("{'query':{'version':{'$startsWith':'v1'}}}"));

    assertEquals(json("{'removed':1,'failed':1}"), deletion.toJson());
    assertEquals(List.of("v1.0", "v2.0"), names(versions.get(FlowVersionsQuery.defaults())));
    invalid(() -> versions.delete(json("{}")));
    invalid(() -> versions.delete(json("{'query':{'colour':1}}")));
    invalid(() -> versions.delete(json("{'query':{},'callbackUrl':1}")));
  }

  @Test
  void aLargeBulkDeletionIsDoneWhenItAnswers() {
    String id = UNKNOWN;
    ArrayValue.Builder bundled = ArrayValue.builder();
    for (int i = 0; i < 1_000; i++) {
      bundled.add(json("{'flowId':'" + id + "','version':'v" + i + "'}"));
    }
    ImportResult imported =
        management
            .flows()
            .importBundle(
                ObjectValue.builder()
                    .put("flows", ArrayValue.of(List.of(json("{'id':'" + id + "','name':'Flow'}"))))
                    .put("flowVersions", bundled.build())
                    .build());
    String flowId = imported.flows().getFirst().id();
    var versions = management.flowVersions(flowId);
    assertEquals(1_000, versions.get(FlowVersionsQuery.defaults()).totalCount());

    BulkDeletion deletion =
        versions.delete(
            json(
                "{'query':{'version':{'$ne':'v7'}},'email':'a@example.com',"
                    + "'callbackUrl':'https://example.com'}"));

    assertEquals(new BulkDeletion(999, 0), deletion);
    assertEquals(List.of("v7"), names(versions.get(FlowVersionsQuery.defaults())));
  }

  // ---- custom nodes

  @Test
  void aCustomNodeInUseIsNotDeleted() {
    String node = post(customNode("Node"));
    StoredVersion v1 = management.flowVersions(node).post(version(customNode(""), "v1"));
    management.flowVersions(node).post(version(customNode(""), "v2"));
    String caller = post(calling("Caller", node, "v1"));
    management.flowVersions(caller).post(version(calling("", node, "develop"), "c1"));

    assertEquals(2, management.flow(node).get().customNodeUseCount());
    assertEquals(Value.of(2), management.flow(node).get().toJson().get("customNodeUseCount"));
    assertFalse(management.flow(caller).get().toJson().has("customNodeUseCount"));
    String message = invalid(() -> management.flow(node).delete());
    assertTrue(message.contains("Caller"), message);
    invalid(() -> management.flowVersion(node, "v1").delete());
    assertEquals(
        new BulkDeletion(1, 1), management.flowVersions(node).delete(json("{'query':{}}")));
    invalid(() -> management.flowVersions(node).post(version(customNode(""), "v1"), true, false));

    management.flow(caller).delete();
    assertEquals(0, management.flow(node).get().customNodeUseCount());
    management.flowVersion(node, String.valueOf(v1.id())).delete();
    management.flow(node).delete();
    notFound(() -> management.flow(node).get());
  }

  @Test
  void answersBringAlongTheCustomNodesThatAreCalled() {
    String inner = post(customNode("Inner"));
    String outer = post(customNode("Outer", inner));
    management.flowVersions(outer).post(version(customNode("", inner), "v1"));
    StoredFlow caller = management.flows().post(calling("Caller", outer, "v1"), true);

    ObjectValue json = caller.toJson();
    assertEquals(2, ((ArrayValue) json.get("customNodes")).size());
    assertEquals(Value.of("Inner"), json.get("customNodes").get(0).get("name"));
    assertEquals(Value.of("Outer"), json.get("customNodes").get(1).get("name"));
    assertEquals(Value.of("v1"), json.get("customNodeVersions").get(0).get("version"));
    assertEquals(
        json.get("customNodes"),
        management
            .flows()
            .get(FlowsQuery.defaults().withIncludeCustomNodes(true))
            .toJson()
            .get("customNodes"));
    run(caller.id());
  }

  @Test
  void aCustomNodeDoesNotCallItself() {
    String one = post(customNode("One"));
    String two = post(customNode("Two", one));

    String message =
        invalid(
            () ->
                management
                    .flow(one)
                    .patch(customNode("One", two).toBuilder().remove("flowClass").build()));

    assertTrue(message.contains("cannot call itself"), message);
  }

  @Test
  void aCustomNodeThatIsOnlyBegunIsKept() {
    String id = post(json("{'name':'Begun','flowClass':'customNode'}"));

    assertEquals(0, management.flow(id).get().customNodeUseCount());
    assertEquals(List.of(), management.brokenVersions());
  }

  @Test
  void thePaletteShowsCustomNodesWithWhatTheirFlowSays() {
    String id = post(customNode("Shown").toBuilder().put("shortDescription", "short").build());
    StoredVersion v1 = management.flowVersions(id).post(version(customNode(""), "v1"));
    management.flow(id).patch(ObjectValue.of("defaultVersionId", text(v1.id())));

    ObjectValue palette = management.flows().palette().toJson();

    Value shown = palette.get("customNodes").get(0);
    assertEquals(text(id), shown.get("id"));
    assertEquals(Value.of("Shown"), shown.get("name"));
    assertEquals(Value.of("short"), shown.get("shortDescription"));
    assertEquals(Value.of("v1"), shown.get("version"));
    assertEquals(text(v1.id()), shown.get("flowVersionId"));
  }

  // ---- flow.delete

  @Test
  void deletingAFlowDeletesAllThatIsItsOwn() {
    String id = post(saying("Gone", "a"));
    StoredVersion v1 = management.flowVersions(id).post(version(saying("", "v1"), "v1"));
    Engine engine = engines.getFirst();
    engine.schedule(id, ButtonPress.of("go"), clock.instant().plus(Duration.ofDays(1)));
    run(id);

    assertEquals(json("{'success':true}"), management.flow(id).delete().toJson());

    notFound(() -> management.flow(id).get());
    refusedRun(id, "default");
    assertEquals(List.of(), store.scheduledRuns().all());
    assertEquals(Map.of(), engine.storage().storage(id).entries());
    assertEquals(Set.of(), store.documents().bodies(List.of(id, String.valueOf(v1.id()))).keySet());
    assertEquals(
        List.of(),
        store
            .activity()
            .counts(
                new Activity.Scope(id, null, null),
                Instant.EPOCH,
                clock.instant().plusSeconds(60)));
  }

  // ---- storage

  @Test
  void storageEntriesAreReadWrittenAndCleared() {
    String id = post(json("{'name':'Flow'}"));
    var flow = management.flow(id);
    assertEquals(
        json("{'success':true}"), flow.setStorageEntry(json("{'key':'ä','value':[1]}")).toJson());
    flow.setStorageEntry(json("{'key':'b','value':null}"));
    flow.setStorageEntry(json("{'key':'c','value':'x'}"));
    flow.setStorageEntry(json("{'key':'c'}"));

    assertEquals(json("{'b':null,'ä':[1]}"), flow.getStorageEntries());
    assertEquals(
        json("{'keysCount':2,'memoryUsed':10}"), flow.getStorageEntriesMetadata().toJson());
    assertEquals(ObjectValue.empty(), flow.clearStorageEntries());
    assertEquals(ObjectValue.empty(), flow.getStorageEntries());
    assertEquals(0, flow.getStorageEntriesMetadata().keysCount());
  }

  @Test
  void aMalformedStorageEntryIsRefused() {
    var flow = management.flow(post(json("{'name':'Flow'}")));
    for (String entry : List.of("{}", "{'key':''}", "{'key':5}", "{'key':'k','other':1}")) {
      invalid(() -> flow.setStorageEntry(json(entry)));
    }
    invalid(() -> flow.setStorageEntry(ObjectValue.of("key", text("k".repeat(256)))));
    ObjectValue.Builder entry = ObjectValue.builder().put("key", "k".repeat(255));
    flow.setStorageEntry(entry.put("value", "x".repeat(16 * 1024 - 2)).build());
    invalid(() -> flow.setStorageEntry(entry.put("value", "x".repeat(16 * 1024 - 1)).build()));
    assertEquals(1, flow.getStorageEntriesMetadata().keysCount());
  }

  // ---- presses

  @Test
  void aPressRunsTheVersionThatItNames() throws InterruptedException {
    String id = post(saying("Flow", "develop"));
    StoredVersion v1 = management.flowVersions(id).post(version(saying("", "v1"), "v1"));
    var flow = management.flow(id);

    flow.pressVirtualButton(json("{'key':'go','flowVersion':'v1','payload':{'a':1},'meta':2}"));
    flow.pressVirtualButton(json("{'key':'go'}"));
    awaitRuns(id, 2);
    assertEquals(json("{'develop':1,'v1':1}"), flow.getStorageEntries());
    flow.patch(ObjectValue.of("defaultVersionId", text(v1.id())));
    flow.pressVirtualButton(json("{'key':'go','deviceId':'" + UNKNOWN + "'}"));
    flow.pressVirtualButton(json("{'key':'go','flowVersion':'develop'}"));
    awaitRuns(id, 4);
    assertEquals(json("{'develop':2,'v1':2}"), flow.getStorageEntries());

    notFound(() -> flow.pressVirtualButton(json("{'key':'other'}")));
    notFound(() -> flow.pressVirtualButton(json("{'key':'go','flowVersion':'v9'}")));
    invalid(() -> flow.pressVirtualButton(json("{'payload':1}")));
    invalid(() -> flow.pressVirtualButton(json("{'key':'go','other':1}")));
  }

  @Test
  void aPressBringsWhatItSaysAndNamesItsAuthor() throws InterruptedException {
    StringBuilder nodes = new StringBuilder();
    for (String path : List.of("data", "meta", "deviceId", "relayId", "relayType")) {
      nodes
          .append(nodes.isEmpty() ? "" : ",")
          .append("{'id':'")
          .append(path)
          .append("','type':'Keep','config':{'path':'")
          .append(path)
          .append("','entry':'")
          .append(path)
          .append("'},'outputIds':[]}");
    }
    String id =
        post(
            json(
                "{'name':'Pressed','triggers':[{'type':'virtualButton','key':'go','outputIds':"
                    + "[['data','meta','deviceId','relayId','relayType']]}],'nodes':["
                    + nodes
                    + "]}"));

    management
        .by(new Author(APPLICATION, Author.Type.USER))
        .flow(id)
        .pressVirtualButton(
            json("{'key':'go','payload':[1],'meta':{'a':2},'deviceId':'" + UNKNOWN + "'}"));

    awaitRuns(id, 1);
    assertEquals(
        json(
            "{'data':[1],'meta':{'a':2},'deviceId':'"
                + UNKNOWN
                + "','relayId':'"
                + APPLICATION
                + "','relayType':'user'}"),
        management.flow(id).getStorageEntries());
  }

  private void awaitRuns(String flowId, long count) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (runCount(flowId) < count) {
      assertTrue(System.nanoTime() < end, "The runs never ended");
      Thread.sleep(1);
    }
  }

  private double runCount(String flowId) {
    return management.flow(flowId).get().toJson().get("stats").get("runCount").toNumber();
  }

  // ---- errors, stats, log

  @Test
  void errorsAreListed() {
    String id = post(failing("Fails"));
    StoredVersion v1 = management.flowVersions(id).post(version(failing(""), "v1"));
    run(id);
    clock.advance(Duration.ofHours(1));
    engines.getFirst().run(id, Firing.virtualButton().withVersion("v1"));
    var flow = management.flow(id);

    FlowErrors errors = flow.errors(ErrorsQuery.defaults());

    assertEquals(
        json(
            "{'start':'2025-03-03T06:06:07.123Z','end':'2025-03-04T06:06:07.123Z','limit':25,"
                + "'sortDirection':'desc','errors':["
                + "{'time':'2025-03-04T06:06:07.123Z','flowVersion':'v1','flowVersionId':'"
                + v1.id()
                + "','nodeId':'a','nodeLabel':'Breaks',"
                + "'error':{'name':'TestError','message':'It was told to fail.'}},"
                + "{'time':'2025-03-04T05:06:07.123Z','flowVersion':'develop','nodeId':'a',"
                + "'nodeLabel':'Breaks',"
                + "'error':{'name':'TestError','message':'It was told to fail.'}}]}"),
        errors.toJson());
    ErrorsQuery query = ErrorsQuery.defaults();
    assertEquals(
        List.of("develop", "v1"),
        versions(flow.errors(query.withSortDirection(SortDirection.ASCENDING))));
    assertEquals(List.of("v1"), versions(flow.errors(query.withLimit(1))));
    assertEquals(List.of("v1"), versions(flow.errors(query.withDuration(Duration.ofMinutes(1)))));
    assertEquals(
        List.of("develop"),
        versions(flow.errors(query.withEnd(-Duration.ofMinutes(30).toMillis()))));
    assertEquals(
        List.of("develop"),
        versions(flow.errors(query.withEnd(TestClock.BEGIN.toEpochMilli() + 1))));
    assertEquals(List.of("develop"), versions(flow.errors(query.withFlowVersion("develop"))));
    FlowErrors ofId = flow.errors(query.withFlowVersion(v1.id()));
    assertEquals(List.of("v1"), versions(ofId));
    assertEquals(Value.of("v1"), ofId.toJson().get("flowVersion"));
    assertEquals(text(v1.id()), ofId.toJson().get("flowVersionId"));
    assertEquals(List.of(), versions(flow.errors(query.withDeviceId(UNKNOWN))));
    assertEquals(List.of("v1"), versions(management.flowVersion(id, "v1").errors(query)));
    assertEquals(List.of("develop"), versions(management.flowVersion(id, "develop").errors(query)));
    for (ErrorsQuery wrong :
        List.of(query.withLimit(0), query.withLimit(1_001), query.withDuration(Duration.ZERO))) {
      invalid(() -> flow.errors(wrong));
    }
  }

  private static List<String> versions(FlowErrors errors) {
    return errors.errors().stream().map(error -> error.version()).toList();
  }

  @Test
  void runsAreCountedByTime() {
    String id = post(saying("Counted", "a"));
    management.flowVersions(id).post(version(failing(""), "v1"));
    run(id);
    run(id);
    clock.advance(Duration.ofMinutes(90));
    engines.getFirst().run(id, Firing.virtualButton().withVersion("v1"));
    var flow = management.flow(id);

    FlowStats stats = flow.stats(StatsQuery.defaults());

    assertEquals(25, stats.metrics().size());
    assertEquals(Instant.parse("2025-03-03T06:00:00Z"), stats.metrics().getFirst().time());
    assertEquals(
        List.of("2025-03-04T05:00:00Z 2 0 2 0", "2025-03-04T06:00:00Z 1 1 0 1"), shown(stats));
    ObjectValue json = stats.toJson();
    assertEquals(Value.of("2025-03-03T06:36:07.123Z"), json.get("start"));
    assertEquals(Value.of("2025-03-04T06:36:07.123Z"), json.get("end"));
    assertEquals(Value.of(3_600_000), json.get("resolution"));
    assertEquals(
        Set.of("time", "runCount", "errorCount", "pathsCompleted", "pathsFailed", "wallTime"),
        Set.copyOf(((ObjectValue) json.get("metrics").get(0)).keys()));
    StatsQuery query = StatsQuery.defaults();
    assertEquals(
        List.of("2025-03-04T06:36:00Z 1 1 0 1"),
        shown(
            flow.stats(
                query.withDuration(Duration.ofMinutes(1)).withResolution(Duration.ofMinutes(1)))));
    assertEquals(
        List.of("2025-03-04T05:00:00Z 2 0 2 0"),
        shown(flow.stats(query.withFlowVersion("develop"))));
    assertEquals(
        List.of("2025-03-04T06:00:00Z 1 1 0 1"),
        shown(management.flowVersion(id, "v1").stats(query)));
    assertEquals(List.of(), shown(flow.stats(query.withDeviceId(UNKNOWN))));
    for (StatsQuery wrong :
        List.of(
            query.withResolution(Duration.ofSeconds(59)),
            query.withResolution(Duration.ofSeconds(90)),
            query.withDuration(Duration.ofDays(-1)),
            query.withDuration(Duration.ofDays(365)).withResolution(Duration.ofMinutes(1)))) {
      invalid(() -> flow.stats(wrong));
    }
  }

  private static List<String> shown(FlowStats stats) {
    return stats.metrics().stream()
        .filter(metric -> metric.runCount() > 0)
        .map(
            metric ->
                metric.time()
                    + " "
                    + metric.runCount()
                    + " "
                    + metric.errorCount()
                    + " "
                    + metric.pathsCompleted()
                    + " "
                    + metric.pathsFailed())
        .toList();
  }

  @Test
  void theLogHasWhatRunsDidByTheMinute() {
    String id = post(failing("Logged"));
    StoredVersion v1 = management.flowVersions(id).post(version(saying("", "a"), "v1"));
    run(id);
    clock.advance(Duration.ofMinutes(1));
    run(id);
    engines.getFirst().run(id, Firing.virtualButton().withVersion("v1"));
    var flow = management.flow(id);

    FlowLog one = flow.getLogEntries(LogQuery.defaults());

    assertEquals(1, one.entries().size());
    Value entry = one.toJson().get(0);
    assertEquals(Value.of("develop"), entry.get("flowVersionId"));
    assertEquals(Value.of("2025-03-04T05:07:00.000Z"), entry.get("time"));
    assertEquals(Value.of(1), entry.get("runCount"));
    assertEquals(Value.of(1), entry.get("pathsFailed"));
    assertEquals(Value.of(0), entry.get("pathsCompleted"));
    assertEquals(Value.of("TestError"), entry.get("errors").get(0).get("error").get("name"));
    FlowLog all = flow.getLogEntries(LogQuery.defaults().withLimit(10));
    assertEquals(3, all.entries().size());
    assertEquals(text(v1.id()), all.toJson().get(1).get("flowVersionId"));
    assertEquals(
        2,
        flow.getLogEntries(
                LogQuery.defaults().withLimit(10).withSince(Instant.parse("2025-03-04T05:07:00Z")))
            .entries()
            .size());
    assertEquals(
        1,
        management
            .flowVersion(id, "v1")
            .getLogEntries(LogQuery.defaults().withLimit(10))
            .entries()
            .size());
    invalid(() -> flow.getLogEntries(LogQuery.defaults().withLimit(0)));
  }

  // ---- flows.import

  @Test
  void aBundleIsTakenInUnderNewIds() {
    String oldNode = "111111111111111111111111";
    String oldFlow = "222222222222222222222222";
    String oldVersion = "333333333333333333333333";
    ObjectValue flow =
        calling("Caller", oldNode, "v1").toBuilder()
            .put("id", oldFlow)
            .put("defaultVersionId", oldVersion)
            .put(
                "triggers",
                json("{'t':[{'type':'virtualButton','key':'"
                        + oldFlow
                        + "-abc','outputIds':[['c']]}]}")
                    .get("t"))
            .build();
    ObjectValue bundle =
        ObjectValue.builder()
            .put(
                "flows",
                ArrayValue.of(flow, customNode("Node").toBuilder().put("id", oldNode).build()))
            .put(
                "flowVersions",
                ArrayValue.of(
                    version(saying("", "imported"), "v1").toBuilder()
                        .put("id", oldVersion)
                        .put("flowId", oldFlow)
                        .build(),
                    version(customNode(""), "v1").toBuilder().put("flowId", oldNode).build()))
            .build();

    ImportResult result = management.flows().importBundle(bundle);

    assertEquals(Set.of(oldFlow, oldNode), result.flowIds().keySet());
    assertEquals(Set.of(oldVersion), result.versionIds().keySet());
    String newFlow = String.valueOf(result.flowIds().get(oldFlow));
    String newNode = String.valueOf(result.flowIds().get(oldNode));
    ObjectValue json = result.toJson();
    assertEquals(text(newFlow), json.get("importedFlowIdMap").get(oldFlow));
    assertEquals(text(newFlow), json.get("flows").get(0).get("id"));
    assertEquals(
        text(String.valueOf(result.versionIds().get(oldVersion))),
        json.get("flows").get(0).get("defaultVersionId"));
    assertEquals(
        text(newNode),
        json.get("flows").get(0).get("nodes").get(0).get("config").get("customNodeId"));
    assertEquals(
        text(newFlow + "-abc"), json.get("flows").get(0).get("triggers").get(0).get("key"));
    assertEquals(text(newFlow), json.get("flowVersions").get(0).get("flowId"));
    assertEquals(1, management.flow(newNode).get().customNodeUseCount());
    run(newFlow);
    assertEquals(json("{'imported':1}"), management.flow(newFlow).getStorageEntries());
    engines.getFirst().run(newFlow, Firing.virtualButton().withVersion("develop"));
    assertEquals(
        0, management.flow(newFlow).get().toJson().get("stats").get("errorCount").toNumber());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'things':[]}                                                   | things
          {'flows':{}}                                                    | flows
          {'flows':[5]}                                                   | flows[0]
          {'flows':[{}]}                                                  | flows[0].name
          {'flowVersions':[{'version':'v','flowId':'aaaaaaaaaaaaaaaaaaaaaaaa'}]} | flowVersions[0].flowId
          {'flows':[{'name':'a','id':'aaaaaaaaaaaaaaaaaaaaaaaa'},{'name':'b','id':'aaaaaaaaaaaaaaaaaaaaaaaa'}]} | flows[1].id
          {'flows':[{'name':'a','id':'aaaaaaaaaaaaaaaaaaaaaaaa'}],'flowVersions':[{'version':'develop','flowId':'aaaaaaaaaaaaaaaaaaaaaaaa'}]} | flowVersions[0].version
          {'flows':[{'name':'a','id':'aaaaaaaaaaaaaaaaaaaaaaaa'}],'flowVersions':[{'version':'v','flowId':'aaaaaaaaaaaaaaaaaaaaaaaa'},{'version':'v','flowId':'aaaaaaaaaaaaaaaaaaaaaaaa'}]} | flowVersions[1].version
          {'flows':[{'name':'a','defaultVersionId':'bbbbbbbbbbbbbbbbbbbbbbbb'}]} | flows[0].defaultVersionId
          {'flows':[{'name':'a'},{'name':'b','nodes':[{'id':'x','type':'Nonsense'}]}]} | flows[1].
          """)
  void aMalformedBundleIsRefusedAsAWhole(String bundle, String where) {
    String message = invalid(() -> management.flows().importBundle(json(bundle)));

    assertTrue(message.startsWith(where), message);
    assertEquals(0, management.flows().get(FlowsQuery.defaults()).totalCount());
  }

  @Test
  void aBundleMayBringVersionsOfAFlowThatIsThere() {
    String id = post(saying("There", "develop"));

    ImportResult result =
        management
            .flows()
            .importBundle(
                ObjectValue.of(
                    "flowVersions",
                    ArrayValue.of(
                        version(saying("", "v1"), "v1").toBuilder().put("flowId", id).build())));

    assertEquals(1, result.versions().size());
    engines.getFirst().run(id, Firing.virtualButton().withVersion("v1"));
    assertEquals(json("{'v1':1}"), management.flow(id).getStorageEntries());
  }

  // ---- in service

  @Test
  void whatIsInTheStoreIsInServiceWhenAnEngineOpensIt() {
    String node = post(customNode("Node"));
    String id = post(calling("Kept", node, "develop"));
    StoredVersion v1 = management.flowVersions(id).post(version(saying("", "v1"), "v1"));
    management.flow(id).patch(ObjectValue.of("defaultVersionId", text(v1.id())));
    String timed =
        post(
            json(
                "{'name':'Timed','triggers':[{'type':'timer','key':'each','outputIds':[['a']]}],"
                    + "'nodes':[{'id':'a','type':'Say','config':{'entry':'tick'}}]}"));
    ObjectValue before = management.flow(id).get().toJson();

    Engine second = engine();

    assertEquals(before, second.manage().flow(id).get().toJson());
    second.run(id, Firing.virtualButton());
    second.run(id, Firing.virtualButton().withVersion("develop"));
    second.publish(TimerTick.of("each")).forEach(run -> run.join());
    assertEquals(json("{'v1':1}"), second.manage().flow(id).getStorageEntries());
    assertEquals(json("{'tick':1}"), second.manage().flow(timed).getStorageEntries());
    assertEquals(Value.of(2), second.manage().flow(id).get().toJson().get("stats").get("runCount"));
    assertEquals(List.of(), second.manage().brokenVersions());
  }

  @Test
  void aVersionThatNoLongerCompilesStopsNothingElse() {
    String sound = post(saying("Sound", "a"));
    String id = post(saying("Broken", "a"));
    Documents documents = store.documents();
    Documents.Snapshot snapshot = documents.snapshot();
    List<Document> changed = new ArrayList<>();
    for (Document.Head head : snapshot.heads()) {
      if (head.id().equals(id)) {
        String body = String.valueOf(documents.bodies(List.of(id)).get(id));
        changed.add(new Document(head, body.replace("Say", "Vanished")));
      }
    }
    changed.add(new Document(new Document.Head(UNKNOWN, null, "{'no':'head'}"), "{}"));
    documents.commit(new Documents.Change(snapshot.revision(), changed, List.of(), List.of()));

    Engine second = engine();

    second.run(sound, Firing.virtualButton());
    assertEquals(
        List.of(UNKNOWN),
        second.manage().brokenVersions().stream().map(broken -> broken.flowId()).toList());
    RunRejectedException rejected =
        assertThrows(RunRejectedException.class, () -> second.run(id, Firing.virtualButton()));
    assertEquals(RunRejectedException.Reason.INVALID_FLOW, rejected.reason());
    assertTrue(String.valueOf(rejected.getMessage()).contains("Vanished"));
    assertEquals(
        Set.of(UNKNOWN, id),
        new TreeSet<>(
            second.manage().brokenVersions().stream().map(broken -> broken.flowId()).toList()));
    second.manage().flow(id).patch(saying("Mended", "b").toBuilder().remove("flowClass").build());
    second.run(id, Firing.virtualButton());
    assertEquals(json("{'b':1}"), second.manage().flow(id).getStorageEntries());
    assertEquals(1, second.manage().brokenVersions().size());
  }

  @Test
  void enginesOnOneStoreDoNotLoseEachOthersChanges() {
    Engine second = engine();
    String one = post(saying("one", "a"));
    String two = second.manage().flows().post(saying("two", "a")).id();
    management.flow(one).patch(json("{'name':'uno'}"));

    assertEquals(List.of("two", "uno"), names(management.flows().get(FlowsQuery.defaults())));
    run(two);
    second.manage().flow(two).patch(json("{'name':'due'}"));
    assertEquals(List.of("due", "uno"), names(second.manage().flows().get(FlowsQuery.defaults())));
    second.run(one, Firing.virtualButton());
  }
}
