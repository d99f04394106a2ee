package dev.sluice.core;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.sluice.api.node.NodeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which part of the engine may know of which. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
  private static final String CORE = "dev.sluice.core";
  private static final Pattern MODULE_DEPENDENCY =
      Pattern.compile("<groupId>dev\\.sluice</groupId>\\s*<artifactId>([a-z-]+)</artifactId>");
  private static final Pattern DEPENDENCIES =
      Pattern.compile("(?s)<dependencies>(.*)</dependencies>");

  private JavaClasses production = new ClassFileImporter().importClasses(Set.of());

  @BeforeAll
  void importProduction() {
    production =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.sluice");
  }

  @Test
  void theCoreKnowsNoNode() {
    noClasses()
        .that()
        .resideInAPackage(CORE + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.sluice.nodes..", "dev.sluice.server..")
        .check(production);
    noClasses()
        .that()
        .resideInAPackage(CORE + "..")
        .should()
        .implement(NodeType.class)
        .check(production);
  }

  @Test
  void theApiKnowsNothingOfTheEngine() {
    classes()
        .that()
        .resideInAPackage("dev.sluice.api..")
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("dev.sluice..")).or(resideInAPackage("dev.sluice.api..")))
        .check(production);
  }

  @ParameterizedTest
  @CsvSource({
    "catalog, compile graph run schedule engine document language store config palette trigger",
    "config, compile graph run schedule engine document language store catalog palette trigger",
    "palette, run schedule engine document language store trigger",
    "graph, compile run schedule engine document language catalog store trigger",
    "language, compile run schedule engine document graph catalog store trigger",
    "document, compile run schedule engine graph catalog language store trigger",
    "compile, run schedule engine document store palette trigger",
    "schedule, compile run engine document graph catalog language store trigger",
    "store, compile run schedule engine document graph catalog language trigger",
    "run, engine document catalog language trigger manage",
    "record, compile run schedule engine document graph catalog language store trigger manage",
    "meter, compile run engine document graph catalog language config palette trigger manage",
    "manage, compile run schedule engine catalog language store config palette",
    "trigger, compile run schedule engine document catalog language store config palette",
  })
  void whatLiesBelowKnowsNothingOfWhatLiesAbove(String lower, String others) {
    for (String other : others.split(" ", -1)) {
      noClasses()
          .that()
          .resideInAPackage(CORE + "." + lower + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CORE + "." + other + "..")
          .check(production);
    }
  }

  @Test
  void nothingButTheEngineKnowsTheEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CORE + ".engine..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(CORE + ".engine..")
        .check(production);
  }

  @Test
  void thePartsOfTheCoreFormNoCircle() {
    slices().matching(CORE + ".(*)..").should().beFreeOfCycles().check(production);
  }

  @Test
  void onlyDocumentsAreReadWithYaml() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CORE + ".document..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.yaml..", "com.fasterxml.jackson.dataformat..")
        .check(production);
  }

  @Test
  void onlyMetersKnowTheirLibrary() {
    noClasses()
        .that()
        .resideInAPackage(CORE + "..")
        .and()
        .resideOutsideOfPackages(CORE + ".meter..", CORE + ".engine..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.micrometer..")
        .check(production);
  }

  @ParameterizedTest
  @CsvSource({"engine-api, ''", "engine-core, engine-api"})
  void theModulesDependInOneDirection(String module, String others) throws IOException {
    Path pom = Path.of(System.getProperty("sluice.root", ".."), module, "pom.xml");
    assumeTrue(Files.exists(pom), "There is no module at " + pom);
    Set<String> found = new TreeSet<>();
    Matcher dependencies = DEPENDENCIES.matcher(Files.readString(pom));
    assertTrue(dependencies.find(), "The module has no dependencies at all");
    Matcher dependency = MODULE_DEPENDENCY.matcher(dependencies.group(1));
    while (dependency.find()) {
      found.add(dependency.group(1));
    }
    assertEquals(others.isEmpty() ? Set.of() : Set.copyOf(List.of(others.split(" ", -1))), found);
  }
}
