package dev.sluice.bench;

import dev.sluice.api.language.Expression;
import dev.sluice.api.language.JsonTemplate;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.LanguageLimits;
import dev.sluice.core.language.Languages;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Paths, templates and expressions, each beside Java written by hand on maps and, where it is a
 * template, beside the Handlebars library for the JVM.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LanguageBenchmark {
  private static final String TEMPLATE =
      "{{data.device.name}} at {{data.device.site}} is {{data.state}}:"
          + " {{data.temperature}} degrees, {{data.pressure}} bar";
  private static final String LIST =
      "{{#each data.items}}{{@index}}. {{name}}: {{value}} {{unit}}{{#unless @last}}; {{/unless}}"
          + "{{/each}}";
  private static final String EXPRESSION =
      "{{data.temperature}} > {{globals.limit}}"
          + " && ({{data.state}} === 'stopped' || {{data.count}} >= 3)";
  private static final String PAYLOAD = Resource.text("payload.json");
  private static final String REPORT = Resource.text("report.template");

  private final Payload payload = Payload.of(Value.parseJson(PAYLOAD));
  private final Payload written = Payload.of(Value.parseJson(PAYLOAD));
  private final Map<String, Object> map = PlainMaps.parse(PAYLOAD);
  private final Map<String, Object> writtenMap = PlainMaps.parse(PAYLOAD);
  private double counter;

  private final Languages languages =
      new Languages(InstantSource.system(), LanguageLimits.defaults());
  private final PayloadPath readPath = PayloadPath.parse("data.readings.[3].value");
  private final PayloadPath writtenPath = PayloadPath.parse("working.result");
  private final StringTemplate template = languages.template(TEMPLATE);
  private final StringTemplate list = languages.template(LIST);
  private final Expression expression = languages.expression(EXPRESSION);
  private final JsonTemplate report = languages.jsonTemplate(REPORT);

  private final LibraryTemplate libraryTemplate = new LibraryTemplate(TEMPLATE);
  private final LibraryTemplate libraryList = new LibraryTemplate(LIST);
  private final LibraryTemplate libraryReport = new LibraryTemplate(REPORT);

  /** Makes sure that all do the same. */
  @Setup
  public void check() {
    Agreement.check("path", pathReadByHand(), pathRead().toNumber());
    pathWrite();
    pathWriteByHand();
    Agreement.check("write", 1.0, written.get(writtenPath).toNumber());
    Agreement.check(
        "write by hand", 2.0, PlainMaps.present(PlainMaps.map(writtenMap, "working"), "result"));
    Agreement.check("expression", expressionByHand(), expression());
    Agreement.check("template", templateByHand(), template());
    Agreement.check("template of the library", templateByHand(), templateByLibrary());
    Agreement.check("list", listByHand(), list());
    Agreement.check("list of the library", listByHand(), listByLibrary());
    Agreement.check("report", Value.parseJson(PlainMaps.toJson(reportByHand())), report());
    Agreement.check("report of the library", reportByHand(), reportByLibrary());
  }

  @Benchmark
  public Value pathRead() {
    return payload.get(readPath);
  }

  @Benchmark
  public Object pathReadByHand() {
    return PlainLanguage.path(map);
  }

  @Benchmark
  public void pathWrite() {
    written.set(writtenPath, Value.of(++counter));
  }

  @Benchmark
  public void pathWriteByHand() {
    PlainLanguage.write(writtenMap, ++counter);
  }

  @Benchmark
  public boolean expression() {
    return expression.test(payload);
  }

  @Benchmark
  public boolean expressionByHand() {
    return PlainLanguage.expression(map);
  }

  @Benchmark
  public String template() {
    return template.render(payload);
  }

  @Benchmark
  public String templateByHand() {
    return PlainLanguage.template(map);
  }

  @Benchmark
  public String templateByLibrary() {
    return libraryTemplate.render(map);
  }

  @Benchmark
  public String list() {
    return list.render(payload);
  }

  @Benchmark
  public String listByHand() {
    return PlainLanguage.list(map);
  }

  @Benchmark
  public String listByLibrary() {
    return libraryList.render(map);
  }

  @Benchmark
  public Value report() {
    return report.evaluate(payload);
  }

  @Benchmark
  public Map<String, Object> reportByHand() {
    return PlainLanguage.report(map);
  }

  @Benchmark
  public Map<String, Object> reportByLibrary() {
    return PlainMaps.parse(libraryReport.render(map));
  }
}
