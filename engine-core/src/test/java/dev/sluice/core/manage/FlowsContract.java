package dev.sluice.core.manage;

import static dev.sluice.core.manage.TestFlows.json;
import static dev.sluice.core.manage.TestFlows.saying;
import static dev.sluice.core.manage.TestFlows.text;
import static dev.sluice.core.manage.TestedManagement.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.manage.FlowPage;
import dev.sluice.api.manage.FlowVersionPage;
import dev.sluice.api.manage.FlowsQuery;
import dev.sluice.api.manage.SortDirection;
import dev.sluice.api.manage.StoredVersion;
import dev.sluice.api.manage.TriggerFilter;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is demanded of listing, filtering and querying flows. */
interface FlowsContract extends TestedManagement {
  private void someFlows() {
    post(json("{'name':'beta'}"));
    post(json("{'name':'Alpha'}"));
    post(json("{'name':'gamma one','flowClass':'edge'}"));
    clock().advance(Duration.ofSeconds(1));
    post(json("{'name':'delta','triggers':[{'type':'webhook','key':'hook'}],'enabled':false}"));
    post(
        json(
            "{'name':'Epsilon','triggers':[{'type':'timer','key':'t','config':{'seconds':60}}],"
                + "'nodes':[{'id':'a','type':'Say','config':{'entry':'e'}}]}"));
  }

  @Test
  default void flowsAreListedByPage() {
    someFlows();

    FlowPage all = management().flows().get(FlowsQuery.defaults());

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
        management()
            .flows()
            .get(
                FlowsQuery.defaults()
                    .withPage(1)
                    .withPerPage(3)
                    .withSortDirection(SortDirection.DESCENDING));
    assertEquals(List.of("Alpha"), names(second));
    assertEquals(4, second.totalCount());
    assertEquals(Value.of(1), second.toJson().get("count"));
    assertEquals(List.of(), names(management().flows().get(FlowsQuery.defaults().withPage(7))));
  }

  @ParameterizedTest
  @CsvSource({
    "name, 'Alpha beta delta Epsilon'",
    "creationDate, 'Alpha beta delta Epsilon'",
    "lastUpdated, 'Alpha delta Epsilon beta'",
  })
  default void flowsAreSorted(String field, String expected) {
    someFlows();
    FlowsQuery query = FlowsQuery.defaults().withSortField(field);
    String beta =
        management()
            .flows()
            .get(query.withFilterField("name").withFilter("beta"))
            .items()
            .getFirst()
            .id();
    clock().advance(Duration.ofSeconds(1));
    management().flow(beta).patch(json("{'description':'changed'}"));

    List<String> found = names(management().flows().get(query));

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
  default void namesAreFilteredByWildcards(String filter, String expected) {
    someFlows();

    FlowPage page =
        management().flows().get(FlowsQuery.defaults().withFilterField("name").withFilter(filter));

    assertEquals(expected == null ? "" : expected, String.join(" ", names(page)));
    assertEquals(Value.of(filter), page.toJson().get("filter"));
    assertEquals(Value.of("name"), page.toJson().get("filterField"));
  }

  @Test
  default void flowsAreFilteredByClassAndTrigger() {
    someFlows();
    var flows = management().flows();
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
        management()
            .flowVersions(id)
            .post(json("{'version':'v1','triggers':[{'type':'webhook','key':'of version'}]}"));
    FlowsQuery ofVersion = query.withTriggerFilter(List.of(new TriggerFilter(null, "of version")));
    assertEquals(List.of(), names(flows.get(ofVersion)));
    management().flow(id).patch(ObjectValue.of("defaultVersionId", text(v1.id())));
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
  default void advancedQueriesFindFlows(String query, String expected) {
    someFlows();

    FlowPage page =
        management()
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
  default void aMalformedQueryIsRefused(String query, String where) {
    String message =
        invalid(() -> management().flows().get(FlowsQuery.defaults().withQuery(json(query))));

    assertTrue(message.startsWith(where + ":"), message);
  }

  @Test
  default void aQueryMayNotBeNestedForEver() {
    ObjectValue query = json("{'name':'x'}");
    for (int i = 0; i < 500; i++) {
      query = ObjectValue.of("$and", ArrayValue.of(query));
    }
    ObjectValue deep = query;

    invalid(() -> management().flows().get(FlowsQuery.defaults().withQuery(deep)));
  }

  @Test
  default void aMalformedListingIsRefused() {
    var flows = management().flows();
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
  default void aQueryLooksAtAllVersionsIfAsked() {
    String id = post(json("{'name':'Versions'}"));
    management()
        .flowVersions(id)
        .post(json("{'version':'v1','nodes':[{'id':'a','type':'Say','config':{'entry':'e'}}]}"));
    FlowsQuery query = FlowsQuery.defaults().withQuery(json("{'nodes':{'type':'Say'}}"));

    assertEquals(List.of(), names(management().flows().get(query)));
    assertEquals(List.of("Versions"), names(management().flows().get(query.withAllVersions(true))));
  }

  @Test
  default void flowsAreListedInTheirVersionsOfOneName() {
    String one = post(json("{'name':'one'}"));
    String two = post(json("{'name':'two'}"));
    post(json("{'name':'three'}"));
    management().flowVersions(one).post(json("{'version':'v1'}"));
    management().flowVersions(two).post(json("{'version':'v1','enabled':false}"));
    management().flowVersions(two).post(json("{'version':'v2'}"));
    var flows = management().flows();
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
}
