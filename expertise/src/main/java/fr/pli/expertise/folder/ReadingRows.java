package fr.pli.expertise.folder;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has seen and downloaded what; the counts change in the transaction of the fact and at no other time (E-6). */
@Component
class ReadingRows {

    private final JdbcClient jdbc;

    ReadingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** So many documents more in a folder; their depositor has them. */
    void published(UUID folder, int documents, UUID depositor) {
        jdbc.sql("update folder set documents = documents + ?, version = version + 1 where id = ?")
                .params(documents, folder)
                .update();
        count(depositor, folder, documents);
    }

    /** A proposal became a document of the folder: whoever downloaded it before has it now. */
    void accepted(Document document) {
        published(document.folder(), 1, document.depositor());
        jdbc.sql("""
                        insert into folder_reading (person, folder, documents)
                        select r.person, :folder, 1 from reading r
                        where r.document = :document and r.downloaded_at is not null and r.person <> :depositor
                        on duplicate key update documents = folder_reading.documents + 1
                        """)
                .param("folder", document.folder())
                .param("document", document.id())
                .param("depositor", document.depositor())
                .update();
    }

    /** @return whether it was the first time */
    boolean seen(UUID person, Document document, Instant at) {
        begin(person, document);
        return jdbc.sql("update reading set seen_at = ? where person = ? and document = ? and seen_at is null")
                        .params(at, person, document.id())
                        .update()
                == 1;
    }

    /** @return whether it was the first time */
    boolean downloaded(UUID person, Document document, Instant at) {
        begin(person, document);
        boolean first = jdbc.sql(
                                "update reading set downloaded_at = ? where person = ? and document = ? and downloaded_at is null")
                        .params(at, person, document.id())
                        .update()
                == 1;
        if (first && document.published() && !document.depositor().equals(person)) {
            count(person, document.folder(), 1);
        }
        return first;
    }

    Optional<Reading> find(UUID person, UUID document) {
        return Optional.ofNullable(of(document).get(person));
    }

    /** Everybody's facts about a document. */
    Map<UUID, Reading> of(UUID document) {
        return jdbc
                .sql("select person, seen_at, downloaded_at from reading where document = ?")
                .param(document)
                .query((row, number) -> Map.entry(
                        row.getObject("person", UUID.class),
                        new Reading(
                                row.getObject("seen_at", Instant.class),
                                row.getObject("downloaded_at", Instant.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many documents of each folder somebody has; folders of which there is none are absent. */
    Map<UUID, Integer> counted(UUID person, Collection<UUID> folders) {
        return folders.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                "select folder, documents from folder_reading where person = :person and folder in (:folders)")
                        .param("person", person)
                        .param("folders", folders)
                        .query((row, number) -> Map.entry(row.getObject("folder", UUID.class), row.getInt("documents")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void begin(UUID person, Document document) {
        jdbc.sql("insert ignore into reading (person, document) values (?, ?)")
                .params(person, document.id())
                .update();
    }

    private void count(UUID person, UUID folder, int documents) {
        jdbc.sql("""
                        insert into folder_reading (person, folder, documents) values (:person, :folder, :more)
                        on duplicate key update documents = documents + :more
                        """)
                .param("person", person)
                .param("folder", folder)
                .param("more", documents)
                .update();
    }

    /** @param seenAt opened or looked at, the first time. @param downloadedAt when the last missing byte was handed over */
    record Reading(@Nullable Instant seenAt, @Nullable Instant downloadedAt) {}
}
