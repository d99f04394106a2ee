package dev.sluice.core.document;

import dev.sluice.api.flow.Flow;
import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads the flows of an application archive: every file below a folder called workflows. */
final class Archive {
  private static final int MAX_FILES = 10_000;

  /** A zip file may unpack to more than the host has; this is more than any archive has. */
  private static final long MAX_BYTES = 256L << 20;

  private static final int CHUNK = 1 << 16;

  private final FlowDocuments documents;
  private final List<Flow> flows = new ArrayList<>();
  private final List<FlowVersion> versions = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int files;
  private long bytes;

  /** Opens a file of an archive. */
  @FunctionalInterface
  private interface Source {
    InputStream open() throws IOException;
  }

  Archive(FlowDocuments documents) {
    this.documents = documents;
  }

  FlowDocument read(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      readFolder(path);
    } else {
      readZip(path);
    }
    if (files == 0) {
      return FlowDocument.unreadable(
          path.toString(),
          "There is no flow in the archive.",
          "YAML or JSON files below a folder called workflows");
    }
    return new FlowDocument(flows, versions, problems);
  }

  private void readFolder(Path root) throws IOException {
    try (Stream<Path> found = Files.walk(root)) {
      for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile).sorted()::iterator) {
        String name = root.relativize(file).toString();
        if (isFlowFile(name)) {
          add(name, file.toString(), () -> Files.newInputStream(file));
        }
      }
    }
  }

  private void readZip(Path path) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory() && isFlowFile(entry.getName())) {
          add(entry.getName(), path + "!" + entry.getName(), () -> zip.getInputStream(entry));
        }
      }
    }
  }

  private static boolean isFlowFile(String name) {
    return (FlowDocuments.isYaml(name) || FlowDocuments.hasExtension(name, ".json"))
        && Folder.of(name).isPresent();
  }

  private void add(String name, String file, Source source) throws IOException {
    files++;
    FlowDocument document = document(name, file, source);
    if (bytes > MAX_BYTES || files > MAX_FILES) {
      throw new IOException(
          "the archive has more than " + MAX_BYTES + " bytes or " + MAX_FILES + " files");
    }
    flows.addAll(document.flows());
    versions.addAll(document.versions());
    problems.addAll(document.problems());
  }

  /** One file's content; that it cannot be read says nothing of the others. */
  private FlowDocument document(String name, String file, Source source) {
    try (InputStream stream = source.open()) {
      byte[] content = content(stream);
      if (bytes > MAX_BYTES) {
        return FlowDocument.unreadable(file, "The file is too large.", MAX_BYTES + " bytes");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return documents.read(file, text, Folder.of(name).orElseGet(Folder::unknown));
    } catch (IOException e) {
      return FlowDocument.unreadable(file, e);
    }
  }

  /** Counts what it reads even if it fails on the way, so that no archive is read for ever. */
  private byte[] content(InputStream stream) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    int read = stream.read(chunk);
    while (read >= 0 && bytes <= MAX_BYTES) {
      bytes += read;
      content.write(chunk, 0, read);
      read = stream.read(chunk);
    }
    return content.toByteArray();
  }
}
