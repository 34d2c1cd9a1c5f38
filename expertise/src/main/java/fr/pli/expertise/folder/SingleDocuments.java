package fr.pli.expertise.folder;

import fr.pli.expertise.folder.Access.Seated;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents that are had one by one: granted by themselves, or beside proposals that are not everybody's (E-8). */
@Component
class SingleDocuments {

    private final JdbcClient jdbc;

    SingleDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that each person can have, although the folder cannot be read. */
    Map<Seated, Set<UUID>> among(Map<Seated, List<Seat>> seats, Verdicts verdicts) {
        var participants = new HashMap<UUID, Seat>();
        var folders = new HashSet<UUID>();
        seats.values().stream()
                .filter(mine -> !verdicts.ruling(mine).readable())
                .forEach(mine -> {
                    folders.add(mine.getFirst().folder().id());
                    mine.forEach(seat -> participants.put(seat.participant(), seat));
                });
        if (participants.isEmpty()) {
            return Map.of();
        }
        var alone = new HashMap<Seated, Set<UUID>>();
        for (Granted granted : granted(participants.keySet(), folders)) {
            UUID person = Objects.requireNonNull(participants.get(granted.participant()))
                    .person();
            var key = new Seated(person, granted.folder());
            List<Seat> mine = seats.getOrDefault(key, List.of());
            if (!mine.isEmpty()
                    && verdicts.single(mine, seat -> seat.participant().equals(granted.participant()))
                            .readable()) {
                alone.computeIfAbsent(key, none -> new HashSet<>()).add(granted.document());
            }
        }
        return alone;
    }

    private List<Granted> granted(Collection<UUID> participants, Collection<UUID> folders) {
        return jdbc.sql("""
                        select g.participant, d.id as document, d.folder
                        from document_grant g join document d on d.id = g.document
                        where g.participant in (:participants) and g.open and d.folder in (:folders)
                          and d.status = 'PUBLISHED'
                        """)
                .param("participants", participants)
                .param("folders", folders)
                .query((row, number) -> new Granted(
                        row.getObject("participant", UUID.class),
                        row.getObject("document", UUID.class),
                        row.getObject("folder", UUID.class)))
                .list();
    }

    /** Of these folders those in which somebody else's proposals lie that were not accepted. */
    Set<UUID> withForeignProposals(UUID person, Collection<UUID> folders) {
        return folders.isEmpty()
                ? Set.of()
                : jdbc.sql("""
                        select distinct folder from document
                        where folder in (:folders) and status <> 'PUBLISHED' and depositor <> :person
                        """)
                        .param("folders", folders)
                        .param("person", person)
                        .query((row, number) -> row.getObject("folder", UUID.class))
                        .set();
    }

    /** Files of those documents, and of all that {@code person} may have in those folders. */
    Set<UUID> files(UUID person, Collection<UUID> folders, Collection<UUID> documents) {
        var files = new HashSet<UUID>();
        if (!documents.isEmpty()) {
            files.addAll(jdbc.sql("select file from document where id in (:documents)")
                    .param("documents", documents)
                    .query((row, number) -> row.getObject("file", UUID.class))
                    .set());
        }
        if (!folders.isEmpty()) {
            files.addAll(jdbc.sql("""
                            select file from document
                            where folder in (:folders) and (status = 'PUBLISHED' or depositor = :person)
                            """)
                    .param("folders", folders)
                    .param("person", person)
                    .query((row, number) -> row.getObject("file", UUID.class))
                    .set());
        }
        return files;
    }

    private record Granted(UUID participant, UUID document, UUID folder) {}
}
