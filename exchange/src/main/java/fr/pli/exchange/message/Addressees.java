package fr.pli.exchange.message;

import fr.pli.exchange.message.RecipientRecord.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whom a message is for: those its sender named, the members of the offices among them, and who was one of them.
 *
 * @param rows the message's own list, in which each person stands once
 */
record Addressees(MessageRecord message, List<RecipientRecord> rows) {

    /** These are named and nobody else, in this order. */
    void write(List<UUID> people) {
        rows.removeIf(row -> !people.contains(row.person()));
        for (int i = 0; i < people.size(); i++) {
            rowOf(people.get(i)).position(i);
        }
    }

    /** Named as well, behind those there are. */
    void name(List<UUID> people) {
        people.forEach(person -> place(person, Kind.PERSON));
    }

    /** @return which of the members did not receive it before */
    List<UUID> admit(Set<UUID> offices, Collection<UUID> members) {
        rows.stream().filter(row -> offices.contains(row.person())).forEach(row -> row.kind(Kind.OFFICE));
        List<UUID> admitted = members.stream()
                .filter(member ->
                        row(member).filter(row -> row.kind() != Kind.FORMER).isEmpty())
                .toList();
        admitted.forEach(member -> place(member, Kind.MEMBER));
        return admitted;
    }

    Optional<RecipientRecord> row(UUID person) {
        return rows.stream().filter(row -> row.person().equals(person)).findFirst();
    }

    /** All but those who are no longer members. */
    Stream<RecipientRecord> present() {
        return rows.stream().filter(row -> row.kind() != Kind.FORMER);
    }

    List<UUID> named() {
        return rows.stream()
                .filter(row -> row.kind().named())
                .map(RecipientRecord::person)
                .toList();
    }

    List<UUID> readers() {
        return rows.stream()
                .filter(row -> row.kind().reads())
                .map(RecipientRecord::person)
                .toList();
    }

    private void place(UUID person, Kind kind) {
        int last = rows.stream().mapToInt(RecipientRecord::position).max().orElse(-1);
        RecipientRecord added = rowOf(person);
        added.kind(kind);
        added.position(last + 1);
    }

    private RecipientRecord rowOf(UUID person) {
        return row(person).orElseGet(() -> {
            var added = new RecipientRecord(message, person);
            rows.add(added);
            return added;
        });
    }
}
