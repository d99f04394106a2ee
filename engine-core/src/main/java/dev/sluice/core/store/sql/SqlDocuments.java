package dev.sluice.core.store.sql;

import dev.sluice.api.store.Document;
import dev.sluice.api.store.Documents;
import dev.sluice.api.store.StoreConflictException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Flows and versions in a database. */
final class SqlDocuments implements Documents {
  private static final int MOST_READ = 256;

  private final Committer committer;
  private final Reader reader;

  SqlDocuments(Committer committer, Reader reader) {
    this.committer = committer;
    this.reader = reader;
  }

  @Override
  public Snapshot snapshot() {
    List<Document.Head> heads = new ArrayList<>();
    // In one statement, so that both are of one moment.
    List<Long> revisions =
        reader.read(
            session ->
                session.query(
                    "SELECT revision, document_id, flow_id, head FROM sluice_revision"
                        + " LEFT JOIN sluice_document ON 1 = 1",
                    row -> {
                      String id = row.getString(2);
                      if (id != null) {
                        heads.add(
                            new Document.Head(
                                StoredText.read(id),
                                StoredText.readNullable(row.getString(3)),
                                row.getString(4)));
                      }
                      return row.getLong(1);
                    }));
    return new Snapshot(revisions.getFirst(), heads);
  }

  @Override
  public Map<String, String> bodies(Collection<String> ids) {
    List<String> wanted = List.copyOf(new TreeSet<>(ids));
    Map<String, String> bodies = new HashMap<>();
    for (int from = 0; from < wanted.size(); from += MOST_READ) {
      List<String> some = wanted.subList(from, Math.min(from + MOST_READ, wanted.size()));
      // Of few different lengths, so that there are few statements.
      int places = Math.max(1, Integer.highestOneBit(2 * some.size() - 1));
      StringBuilder sql =
          new StringBuilder(
              "SELECT document_id, body FROM sluice_document_body WHERE document_id IN (?");
      sql.repeat(", ?", places - 1).append(')');
      Object[] arguments = new Object[places];
      for (int i = 0; i < places; i++) {
        arguments[i] = StoredText.write(some.get(Math.min(i, some.size() - 1)));
      }
      reader.read(
          session ->
              session.query(
                  sql.toString(),
                  row -> bodies.put(StoredText.read(row.getString(1)), row.getString(2)),
                  arguments));
    }
    return bodies;
  }

  @Override
  public long commit(Change change) {
    // No row twice, as some drivers make one statement of many.
    Map<String, Object[]> heads = new LinkedHashMap<>();
    Map<String, Object[]> bodies = new LinkedHashMap<>();
    for (Document document : change.put()) {
      Document.Head head = document.head();
      String id = StoredText.write(head.id());
      heads.put(
          id, new Object[] {id, StoredText.write(head.flowId()), StoredText.json(head.json())});
      bodies.put(id, new Object[] {id, StoredText.json(document.body())});
    }
    List<Object[]> newHeads = new ArrayList<>();
    for (Document.Head head : change.heads()) {
      newHeads.add(
          new Object[] {
            StoredText.write(head.flowId()),
            StoredText.json(head.json()),
            StoredText.write(head.id())
          });
    }
    List<Object[]> removed = new ArrayList<>();
    change.removed().forEach(id -> removed.add(new Object[] {StoredText.write(id)}));
    return committer.write(
        batch -> {
          Session session = batch.session();
          long revision = advance(session, change.revision());
          session.updateAll(
              "INSERT INTO sluice_document (document_id, flow_id, head) VALUES (?, ?, ?)"
                  + " ON CONFLICT (document_id) DO UPDATE"
                  + " SET flow_id = excluded.flow_id, head = excluded.head",
              List.copyOf(heads.values()));
          session.updateAll(
              "INSERT INTO sluice_document_body (document_id, body) VALUES (?, ?)"
                  + " ON CONFLICT (document_id) DO UPDATE SET body = excluded.body",
              List.copyOf(bodies.values()));
          session.updateAll(
              "UPDATE sluice_document SET flow_id = ?, head = ? WHERE document_id = ?", newHeads);
          session.updateAll("DELETE FROM sluice_document WHERE document_id = ?", removed);
          session.updateAll("DELETE FROM sluice_document_body WHERE document_id = ?", removed);
          return revision;
        });
  }

  private static long advance(Session session, long expected) throws SQLException {
    long found =
        Objects.requireNonNull(
            session
                .query("SELECT revision FROM sluice_revision", row -> row.getLong(1))
                .getFirst());
    if (found != expected) {
      throw new StoreConflictException(expected, found);
    }
    session.update("UPDATE sluice_revision SET revision = ?", found + 1);
    return found + 1;
  }
}
