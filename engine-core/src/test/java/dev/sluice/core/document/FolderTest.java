package dev.sluice.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.flow.FlowClass;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderTest {
  @ParameterizedTest
  @CsvSource({
    "workflows/cloud/a.yaml, cloud",
    "workflows/edge/a.yaml, edge",
    "workflows/edge/v1/a.yaml, edge",
    "workflows/embedded/a.yaml, embedded",
    "workflows/experience/a.yaml, experience",
    "workflows/customNode/a.yaml, customNode",
    "experience/workflows/a.yaml, experience",
    "experiences/workflows/a.yaml, experience",
    "export/experience/workflows/some/a.yaml, experience",
    "experience/workflows/edge/a.yaml, edge",
    "some/workflows/cloud/a.yaml, cloud",
    "workflows\\edge\\a.yaml, edge",
  })
  void theFolderTellsTheClass(String path, String flowClass) {
    assertEquals(FlowClass.ofKey(flowClass), Folder.of(path).orElseThrow().flowClass());
  }

  @ParameterizedTest
  @ValueSource(strings = {"workflows/a.yaml", "workflows/mine/a.yaml", "x/workflows/a.yaml"})
  void orItDoesNot(String path) {
    assertEquals(Optional.empty(), Folder.of(path).orElseThrow().flowClass());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.yaml",
        "workflows",
        "workflows.yaml",
        "cloud/a.yaml",
        "Workflows/a.yaml",
        "devices/workflows",
        "my-workflows/a.yaml"
      })
  void otherFoldersHoldNoFlows(String path) {
    assertTrue(Folder.of(path).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"cloud", "edge"})
  void aFolderOfNoWorkflowsSaysNothing(String name) {
    assertTrue(Folder.of(name + "/workflow/a.yaml").isEmpty());
    assertEquals(Optional.empty(), Folder.unknown().flowClass());
  }
}
