package dev.sluice.core.manage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sluice.api.engine.Engine;
import dev.sluice.api.manage.Author;
import dev.sluice.api.manage.ErrorsQuery;
import dev.sluice.api.manage.FlowVersionsQuery;
import dev.sluice.api.manage.FlowsQuery;
import dev.sluice.api.manage.LogQuery;
import dev.sluice.api.manage.Management;
import dev.sluice.api.manage.ManagementException;
import dev.sluice.api.manage.StatsQuery;
import dev.sluice.api.manage.StoredFlow;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.Firing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every answer fits the schema that the API's client has of it. */
class ManagementSchemaTest {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
  private static final String ID = "5f1c2d3e4f5a6b7c8d9e0f1a";
  private static final Path FOLDER = Path.of(System.getProperty("sluice.schemas", "schemas"));

  private final Engine engine = engine();
  private final Management management = engine.manage().by(new Author(ID, Author.Type.API_TOKEN));

  private static Engine engine() {
    var builder =
        Engine.builder().application(ID, "Mine").clock(new TestClock()).random(new Random(1));
    TestNodes.all().forEach(builder::nodeType);
    return builder.build();
  }

  @BeforeEach
  void findSchemas() {
    assumeTrue(Files.isDirectory(FOLDER), "There are no schemas of the API in " + FOLDER);
  }

  @AfterEach
  void close() {
    engine.close(Duration.ZERO);
  }

  private static void fits(String schema, Value answer) throws IOException {
    String text = Files.readString(FOLDER.resolve(schema + ".json"));
    assertEquals(
        List.of(),
        SCHEMAS.getSchema(text, InputFormat.JSON).validate(answer.toJson(), InputFormat.JSON),
        schema);
  }

  private static ObjectValue json(String text) {
    return (ObjectValue) Value.parseJson(text.replace('\'', '"'));
  }

  private String flow(String flowClass) throws IOException {
    StoredFlow flow =
        management
            .flows()
            .post(
                json(
                    "{'name':'Flow','description':'d','shortDescription':'s','docsUrl':'u',"
                        + "'category':'logic','iconData':'data:image/png;base64,AAAA','flowClass':'"
                        + flowClass
                        + "','globals':[{'key':'k','json':'1'}],'triggers':[{'type':'virtualButton',"
                        + "'key':'go','config':{},'meta':{},'outputIds':[['a']]}],"
                        + "'nodes':[{'id':'a','type':'Fail','config':{},'meta':{'label':'l'},"
                        + "'outputIds':[[]]}]}"));
    fits("flow", flow.toJson());
    return flow.id();
  }

  @Test
  void flowsAndVersions() throws IOException {
    String node =
        management
            .flows()
            .post(
                json(
                    "{'name':'Node','flowClass':'customNode','triggers':[{'type':'customNodeStart',"
                        + "'outputIds':[['r']]}],'nodes':[{'id':'r','type':'CustomNodeCapNode'}],"
                        + "'customNodeSupports':['cloud'],'minimumAgentVersion':'1.41.0',"
                        + "'customNodeConfig':{'outputCount':1,'resultMode':'none','fields':[]}}"))
            .id();
    fits("flow", management.flow(node).get().toJson());
    ObjectValue calling =
        json(
            "{'name':'Calling','triggers':[{'type':'virtualButton','outputIds':[['c']]}],"
                + "'nodes':[{'id':'c','type':'Call','config':{'customNodeId':'"
                + node
                + "'}}]}");
    String caller = management.flows().post(calling).id();
    fits("flow", management.flow(caller).get(true).toJson());
    fits("flow", management.flow(node).get().toJson());
    management.flow(caller).delete();
    for (String flowClass : List.of("cloud", "edge", "experience", "embedded")) {
      String id = flow(flowClass);
      var made = management.flowVersions(id).post(json("{'version':'v1','notes':'n','nodes':[]}"));
      fits("flowVersion", made.toJson());
      fits("flowVersion", management.flowVersion(id, "develop").get(true).toJson());
      fits(
          "flowVersion",
          management.flowVersion(id, "v1").patch(json("{'enabled':false}")).toJson());
      fits(
          "flow",
          management
              .flow(id)
              .patch(ObjectValue.of("defaultVersionId", Value.of(String.valueOf(made.id()))))
              .toJson());
      fits("flowVersions", management.flowVersions(id).get(FlowVersionsQuery.defaults()).toJson());
      management.flowVersions(id).post(json("{'version':'v2'}"));
      fits("success", management.flowVersion(id, "v2").delete().toJson());
    }
    var all = management.flows().get(FlowsQuery.defaults().withFlowClass(null));
    assertEquals(5, all.totalCount());
    fits("flows", all.toJson());
    fits(
        "flows",
        management
            .flows()
            .get(FlowsQuery.defaults().withFilterField("name").withFilter("*"))
            .toJson());
    fits(
        "flowVersions",
        management.flows().getByVersion("v1", FlowsQuery.defaults().withFlowClass(null)).toJson());
    fits("paletteResponse", management.flows().palette().toJson());
  }

  @Test
  void whatIsKnownOfRuns() throws IOException {
    String id = flow("cloud");
    engine.run(id, Firing.virtualButton());

    fits("flow", management.flow(id).get().toJson());
    fits("flowErrors", management.flow(id).errors(ErrorsQuery.defaults()).toJson());
    fits(
        "flowErrors",
        management.flowVersion(id, "develop").errors(ErrorsQuery.defaults()).toJson());
    fits(
        "flowStats",
        management
            .flow(id)
            .stats(StatsQuery.defaults().withFlowVersion("develop").withDeviceId(ID))
            .toJson());
    ArrayValue log = management.flow(id).getLogEntries(LogQuery.defaults()).toJson();
    assertFalse(log.isEmpty());
    fits("flowLog", log);
    var version = management.flowVersion(id, "develop");
    fits("flowStats", version.stats(StatsQuery.defaults()).toJson());
    assertEquals(log, version.getLogEntries(LogQuery.defaults()).toJson());
  }

  @Test
  void storageAndTheRest() throws IOException {
    String id = flow("cloud");
    var flow = management.flow(id);

    fits("success", flow.setStorageEntry(json("{'key':'k','value':{'a':1}}")).toJson());
    fits("flowStorageEntries", flow.getStorageEntries());
    fits("flowStorageMetadata", flow.getStorageEntriesMetadata().toJson());
    fits("flowStorageEntries", flow.clearStorageEntries());
    fits("success", flow.pressVirtualButton(json("{'key':'go'}")).toJson());
    fits("bulkDeleteResponse", management.flowVersions(id).delete(json("{'query':{}}")).toJson());
    fits(
        "flowsImportResult",
        management
            .flows()
            .importBundle(
                json(
                    "{'flows':[{'id':'"
                        + ID
                        + "','name':'n'}],'flowVersions':[{'flowId':'"
                        + ID
                        + "','id':'0123456789abcdef01234567','version':'v'}]}"))
            .toJson());
    fits("success", flow.delete().toJson());
    fits("error", Assertions.assertThrows(ManagementException.class, flow::get).toJson());
  }
}
