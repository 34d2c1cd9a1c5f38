package fr.pli.exchange.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import fr.pli.exchange.account.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks each owner once for the things that the notices of a page are about. */
@Component
class SubjectNames {

    private final ObjectProvider<NoticeSubjects> owners;

    SubjectNames(ObjectProvider<NoticeSubjects> owners) {
        this.owners = owners;
    }

    /** The notices with the names and pages that {@code reader} may know now. */
    List<NoticeRow> name(Person reader, List<NoticeRow> rows) {
        Map<String, Set<UUID>> asked = rows.stream()
                .filter(row -> row.about() != null)
                .collect(groupingBy(row -> owner(row.kind()), mapping(NoticeRow::about, toSet())));
        if (asked.isEmpty()) {
            return rows;
        }
        Map<String, NoticeSubjects> known = owners.stream().collect(toMap(NoticeSubjects::owner, Function.identity()));
        Map<UUID, NoticeSubjects.Subject> found = new HashMap<>();
        asked.forEach((owner, about) ->
                found.putAll(Objects.requireNonNull(known.get(owner), owner).find(reader, about)));
        return rows.stream()
                .map(row -> row.about() != null && found.containsKey(row.about())
                        ? row.about(Objects.requireNonNull(found.get(row.about())))
                        : row)
                .toList();
    }

    private static String owner(String kind) {
        return kind.substring(0, kind.indexOf('.'));
    }
}
