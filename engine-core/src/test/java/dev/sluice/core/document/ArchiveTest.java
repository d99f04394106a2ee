package dev.sluice.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.api.flow.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive is read the same way from a folder and from a zip file. */
class ArchiveTest {
  private static final String FLOW = "nodes: []";

  @TempDir Path folder;

  private FlowDocument readFolder(Map<String, String> files) throws IOException {
    Path root = folder.resolve("export");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return new FlowDocuments().read(root);
  }

  private FlowDocument readZip(Map<String, String> files) throws IOException {
    return new FlowDocuments().read(zip(files));
  }

  private Path zip(Map<String, String> files) throws IOException {
    Path zip = folder.resolve("export.zip");
    try (OutputStream stream = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(stream)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        entries.putNextEntry(new ZipEntry(file.getKey()));
        entries.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        entries.closeEntry();
      }
    }
    return zip;
  }

  private static List<String> contents(FlowDocument document) {
    return Stream.concat(
            document.flows().stream().map(flow -> flow.id() + " " + flow.flowClass()),
            document.versions().stream()
                .map(
                    version ->
                        version.flowId() + "@" + version.version() + " " + version.flowClass()))
        .sorted()
        .toList();
  }

  private static Map<String, String> application() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("application.yaml", "name: Mine");
    files.put("devices/one.yaml", FLOW);
    files.put("experience/endpoints/x.yaml", FLOW);
    files.put("experience/workflows/page.yaml", FLOW);
    files.put("workflows/cloud/alert.yaml", FLOW);
    files.put("workflows/cloud/old.json", "{\"nodes\": []}");
    files.put("workflows/cloud/readme.md", "# words");
    files.put("workflows/customNode/helper.yml", FLOW);
    files.put("workflows/edge/gateway.yaml", FLOW);
    files.put("workflows/edge/v1.yaml", "{flowId: gateway, version: '1.0', nodes: []}");
    files.put("workflows/said.yaml", "flowClass: embedded\nnodes: []");
    return files;
  }

  private static final List<String> FLOWS =
      List.of(
          "alert cloud",
          "gateway edge",
          "gateway@1.0 edge",
          "helper customNode",
          "old cloud",
          "page experience",
          "said embedded");

  @Test
  void theFlowsOfAFolderAreThoseBelowWorkflows() throws IOException {
    FlowDocument document = readFolder(application());
    assertEquals(List.of(), document.problems());
    assertEquals(FLOWS, contents(document));
  }

  @Test
  void theFlowsOfAZipFileAreTheSame() throws IOException {
    FlowDocument document = readZip(application());
    assertEquals(List.of(), document.problems());
    assertEquals(FLOWS, contents(document));
  }

  @Test
  void anArchiveWithoutFlowsIsTold() throws IOException {
    for (FlowDocument document :
        List.of(readFolder(Map.of("devices/a.yaml", FLOW)), readZip(Map.of("a.yaml", FLOW)))) {
      assertEquals(List.of(), contents(document));
      assertEquals("There is no flow in the archive.", document.problems().getFirst().message());
    }
  }

  @Test
  void whatIsBrokenIsToldAndTheRestIsRead() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("workflows/cloud/a.yaml", "nodes: [");
    files.put("workflows/cloud/b.json", "{");
    files.put("workflows/cloud/c.yaml", "name: no flow");
    files.put("workflows/cloud/d.yaml", "nodes: 5");
    files.put("workflows/cloud/e.yaml", FLOW);
    FlowDocument fromFolder = readFolder(files);
    assertEquals(List.of("e cloud"), contents(fromFolder));
    assertEquals(
        Stream.of("a.yaml", "b.json", "c.yaml", "d.yaml")
            .map(name -> folder.resolve("export/workflows/cloud").resolve(name).toString())
            .toList(),
        fromFolder.problems().stream().map(Problem::file).toList());
    FlowDocument fromZip = readZip(files);
    assertEquals(List.of("e cloud"), contents(fromZip));
    assertEquals(
        Stream.of("a.yaml", "b.json", "c.yaml", "d.yaml")
            .map(name -> folder.resolve("export.zip") + "!workflows/cloud/" + name)
            .toList(),
        fromZip.problems().stream().map(Problem::file).toList());
  }

  @Test
  void aFileThatIsNotTextIsToldAndTheRestIsRead() throws IOException {
    Path cloud = Files.createDirectories(folder.resolve("export/workflows/cloud"));
    byte[] notText = "nodes: []\nname: '?'".getBytes(StandardCharsets.UTF_8);
    notText[notText.length - 2] = (byte) 0xff;
    Files.write(cloud.resolve("a.yaml"), notText);
    Files.writeString(cloud.resolve("b.yaml"), FLOW);
    FlowDocument document = new FlowDocuments().read(folder.resolve("export"));
    assertEquals(List.of("b cloud"), contents(document));
    assertEquals(
        List.of("The file is not text."),
        document.problems().stream().map(Problem::message).toList());
  }

  @Test
  void whatIsNoZipFileIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("fake.zip"), "PK, or so it says");
    FlowDocument document = new FlowDocuments().read(file);
    assertEquals(List.of(), contents(document));
    assertEquals(1, document.problems().size());
    assertTrue(document.problems().getFirst().message().startsWith("The file cannot be read: "));
  }

  @Test
  void aZipFileCutOffIsTold() throws IOException {
    Path zip = zip(application());
    byte[] content = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(content, content.length / 2));
    FlowDocument document = new FlowDocuments().read(zip);
    assertEquals(List.of(), contents(document));
    assertEquals(1, document.problems().size());
  }

  /** One entry's packed bytes are damaged; the others are sound. */
  @Test
  void aDamagedEntryIsToldAndTheRestIsRead() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("workflows/cloud/a.yaml", FLOW + "\nnotes: " + "some words ".repeat(100));
    files.put("workflows/cloud/b.yaml", FLOW);
    Path zip = zip(files);
    byte[] content = Files.readAllBytes(zip);
    int start = 30 + "workflows/cloud/a.yaml".length();
    Arrays.fill(content, start, start + 20, (byte) 0xff);
    Files.write(zip, content);
    FlowDocument document = new FlowDocuments().read(zip);
    assertEquals(List.of("b cloud"), contents(document));
    assertEquals(1, document.problems().size());
    assertEquals(zip + "!workflows/cloud/a.yaml", document.problems().getFirst().file());
  }

  /** Entries that unpack to far more than they take. */
  @Test
  void aZipFileWithTooMuchIsRefused() throws IOException {
    Path zip = folder.resolve("bomb.zip");
    // Not even the beginning of a text: what is read counts, whatever becomes of it.
    byte[] noText = new byte[1 << 20];
    Arrays.fill(noText, (byte) 0xff);
    try (OutputStream stream = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(stream)) {
      for (int i = 0; i < 5; i++) {
        entries.putNextEntry(new ZipEntry("workflows/cloud/" + i + ".json"));
        for (int j = 0; j < 64; j++) {
          entries.write(noText);
        }
        entries.closeEntry();
      }
    }
    assertTrue(Files.size(zip) < 1 << 20, "The file itself is small");
    assertRefusedAsTooMuch(new FlowDocuments().read(zip));
  }

  @Test
  void aZipFileOfTooManyFilesIsRefused() throws IOException {
    Path zip = folder.resolve("many.zip");
    try (OutputStream stream = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(stream)) {
      for (int i = 0; i < 10_001; i++) {
        entries.putNextEntry(new ZipEntry("workflows/cloud/" + i + ".json"));
        entries.closeEntry();
      }
    }
    assertRefusedAsTooMuch(new FlowDocuments().read(zip));
  }

  private static void assertRefusedAsTooMuch(FlowDocument document) {
    Problem last = document.problems().getLast();
    assertTrue(last.message().contains("10000 files"), last::toString);
  }

  @Test
  void namesThatLeadOutOfTheArchiveAreJustNames() throws IOException {
    FlowDocument document = readZip(Map.of("../../workflows/cloud/a.yaml", FLOW));
    assertEquals(List.of("a cloud"), contents(document));
  }
}
