package fr.pli.expertise.contradictoire;

import fr.pli.expertise.digest.Digests;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of each document and each person: a cell says the furthest that was seen, and when. */
@Component
class BoardCells {

    private final Digests digests;
    private final BoardReminderTable reminders;
    private final JdbcClient jdbc;

    BoardCells(Digests digests, BoardReminderTable reminders, JdbcClient jdbc) {
        this.digests = digests;
        this.reminders = reminders;
        this.jdbc = jdbc;
    }

    List<Board.Row> rows(List<BoardDocuments.Shown> documents, List<UUID> people, Audience.Of audience) {
        if (documents.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = documents.stream().map(BoardDocuments.Shown::id).toList();
        Map<Pair, Instant> told = told(documents, ids, people);
        Map<Pair, Board.Cell> facts = facts(ids);
        return documents.stream()
                .map(document -> new Board.Row(
                        document.id(),
                        document.name(),
                        document.cote(),
                        document.kind(),
                        document.owner(),
                        document.depositor(),
                        document.publishedAt(),
                        people.stream()
                                .map(person -> cell(document, person, audience, facts, told))
                                .toList()))
                .toList();
    }

    /** Who has had it keeps what was seen of them, whatever they may now. */
    private static Board.Cell cell(
            BoardDocuments.Shown document,
            UUID person,
            Audience.Of audience,
            Map<Pair, Board.Cell> facts,
            Map<Pair, Instant> told) {
        var pair = new Pair(person, document.id());
        if (document.depositor().equals(person)) {
            return new Board.Cell(Board.Reach.DEPOSITED, document.publishedAt());
        }
        Board.Cell fact = facts.get(pair);
        if (fact != null) {
            return fact;
        }
        if (!audience.may(person, document.folder(), document.id())) {
            return Board.Cell.NO_RIGHT;
        }
        Instant at = told.get(pair);
        return at == null ? Board.Cell.NOT_NOTIFIED : new Board.Cell(Board.Reach.NOTIFIED, at);
    }

    private Map<Pair, Instant> told(List<BoardDocuments.Shown> documents, List<UUID> ids, List<UUID> people) {
        Map<Pair, Instant> told = new HashMap<>();
        digests.told(
                        people,
                        documents.stream()
                                .flatMap(document -> Optional.ofNullable(document.night()).stream())
                                .collect(Collectors.toSet()))
                .forEach(digest -> digest.documents()
                        .forEach(document -> earliest(told, new Pair(digest.person(), document), digest.madeAt())));
        reminders
                .naming(ids)
                .forEach(reminder -> earliest(told, new Pair(reminder.person(), reminder.document()), reminder.at()));
        return told;
    }

    private static void earliest(Map<Pair, Instant> told, Pair pair, Instant at) {
        told.merge(pair, at, (one, other) -> one.isBefore(other) ? one : other);
    }

    private Map<Pair, Board.Cell> facts(List<UUID> documents) {
        Map<Pair, Board.Cell> facts = new HashMap<>();
        jdbc.sql("select person, document, seen_at, downloaded_at from reading where document in (:documents)")
                .param("documents", documents)
                .query(row -> {
                    Board.Cell cell = fact(
                            row.getObject("seen_at", Instant.class), row.getObject("downloaded_at", Instant.class));
                    if (cell != null) {
                        facts.put(
                                new Pair(row.getObject("person", UUID.class), row.getObject("document", UUID.class)),
                                cell);
                    }
                });
        return facts;
    }

    private static Board.@Nullable Cell fact(@Nullable Instant seen, @Nullable Instant downloaded) {
        if (downloaded != null) {
            return new Board.Cell(Board.Reach.DOWNLOADED, downloaded);
        }
        return seen == null ? null : new Board.Cell(Board.Reach.SEEN, seen);
    }

    private record Pair(UUID person, UUID document) {}
}
