package fr.pli.expertise.folder;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Lists and finds documents for who may have them now. */
@Service
public class Documents {

    private static final String LIST = """
            select d.*, r.downloaded_at is null and d.depositor <> :person as fresh, %s as sorted
            from document d
            left join reading r on r.document = d.id and r.person = :person
            where d.folder = :folder
              and (d.status = 'PUBLISHED' and (:whole or d.id in (:singles))
                   or d.status <> 'PUBLISHED' and :whole and (:expert or d.depositor = :person))
            """;

    private static final UUID NONE = new UUID(0, 0);

    private final DocumentRows rows;
    private final ReadingRows readings;
    private final ReadingFacts facts;
    private final Messages messages;
    private final JdbcClient jdbc;

    Documents(DocumentRows rows, ReadingRows readings, ReadingFacts facts, Messages messages, JdbcClient jdbc) {
        this.rows = rows;
        this.readings = readings;
        this.facts = facts;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /** One page of a folder (E-4). */
    public DocumentPage page(Sight sight, DocumentQuery query) {
        List<DocumentRow> found = jdbc.sql(LIST.formatted(query.sortedBy()) + query.beyond() + query.ordered())
                .param("person", sight.person())
                .param("folder", sight.folder().id())
                .param("whole", sight.whole())
                .param("expert", sight.expert())
                .param("singles", sight.singles().isEmpty() ? Set.of(NONE) : sight.singles())
                .param("value", query.value())
                .param("id", query.id())
                .param("limit", query.limit() + 1)
                .query((row, number) ->
                        new DocumentRow(DocumentRows.document(row), row.getBoolean("fresh"), row.getString("sorted")))
                .list();
        List<DocumentRow> rows = found.subList(0, Math.min(query.limit(), found.size()));
        return new DocumentPage(rows, found.size() > rows.size() ? query.next(rows.getLast()) : null);
    }

    /** Those chosen of a folder, or all of it, in the order in which they were published. */
    public List<Document> chosen(Sight sight, Collection<UUID> chosen) {
        List<Document> all = jdbc.sql(LIST.formatted("d.number") + " order by d.number is null, d.number, d.id")
                .param("person", sight.person())
                .param("folder", sight.folder().id())
                .param("whole", sight.whole())
                .param("expert", sight.expert())
                .param("singles", sight.singles().isEmpty() ? Set.of(NONE) : sight.singles())
                .query((row, number) -> DocumentRows.document(row))
                .list();
        if (chosen.isEmpty()) {
            return all;
        }
        var wanted = new HashSet<>(chosen);
        var some = new ArrayList<>(all);
        some.removeIf(document -> !wanted.contains(document.id()));
        if (some.size() < wanted.size()) {
            throw FolderRefusal.DOCUMENT_UNKNOWN.with();
        }
        return some;
    }

    /** The document, if {@code reader} may have it now; refuses exactly like an unknown id otherwise. */
    public Document readable(Person reader, UUID expertise, UUID id) {
        return rows.find(id)
                .filter(document -> document.expertise().equals(expertise))
                .filter(document -> may(reader, document))
                .orElseThrow(FolderRefusal.DOCUMENT_UNKNOWN::with);
    }

    /** Whether {@code reader} may have it now, decided as for its bytes. */
    public boolean may(Person reader, Document document) {
        Optional<Message> message = messages.find(document.message());
        return message.isPresent()
                && messages.decide(reader, message.get(), document.file()).allowed();
    }

    /** Opening its page counts as seen, the first time. */
    public void opened(Person reader, Document document) {
        facts.opened(reader.id(), document);
    }

    /** Neither downloaded nor deposited by the reader: « New ». */
    public boolean fresh(Person reader, Document document) {
        return !document.depositor().equals(reader.id())
                && readings.find(reader.id(), document.id())
                        .filter(reading -> reading.downloadedAt() != null)
                        .isEmpty();
    }

    public Optional<Document> find(UUID id) {
        return rows.find(id);
    }

    public List<Document> findAll(Collection<UUID> ids) {
        return rows.findAll(ids);
    }

    /** What a deposit became; empty before it is available. */
    public List<Document> of(UUID message) {
        return rows.of(message);
    }

    /** Latest publication among them: the time that a zip of them bears, so that the same choice gives the same bytes. */
    public static Instant latest(List<Document> documents) {
        return documents.stream()
                .map(Document::depositedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /**
     * A document in a list.
     *
     * @param fresh neither downloaded nor deposited by the reader: « New »
     * @param sorted value by which the list is sorted
     */
    public record DocumentRow(Document document, boolean fresh, String sorted) {}

    /** @param next {@code after} of the following page; null on the last */
    public record DocumentPage(
            List<DocumentRow> rows, @Nullable String next) {}
}
