package fr.pli.expertise.digest;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.notification.NoticeSubjects;
import fr.pli.exchange.platform.Show;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Digests behind the bell: the same that the mail told can be read again there (N-6). */
@Component
class DigestSubjects implements NoticeSubjects {

    private final DigestTable table;
    private final Show show;

    DigestSubjects(DigestTable table, Show show) {
        this.table = table;
        this.show = show;
    }

    @Override
    public String owner() {
        return "digest";
    }

    @Override
    public Map<UUID, Subject> find(Person reader, Collection<UUID> about) {
        return about.stream()
                .flatMap(id -> table.find(id).stream())
                .filter(row -> row.person().equals(reader.id()))
                .collect(Collectors.toMap(
                        DigestTable.Row::id, row -> new Subject(show.day(row.madeAt()), "/digests/" + row.id())));
    }
}
