package fr.pli.exchange.account;

import fr.pli.exchange.account.OfficeImportPlan.Existing;
import fr.pli.exchange.account.OfficeImportPlan.Outcome;
import fr.pli.exchange.account.OfficeImportPlan.Row;
import fr.pli.exchange.account.OfficeImportPlan.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares a file with the offices and teams there are. */
@Component
class OfficeImportPlanner {

    private static final int CHUNK = 1000;

    private final Organisations organisations;
    private final JdbcClient jdbc;

    OfficeImportPlanner(Organisations organisations, JdbcClient jdbc) {
        this.organisations = organisations;
        this.jdbc = jdbc;
    }

    OfficeImportPlan plan(ImportFile<OfficeLine> file) {
        OfficeFile read = OfficeFile.of(file);
        Map<String, String> names = organisations.namesByKey();
        Map<String, Person> people = people(read);
        var rows = new ArrayList<>(read.broken());
        var targets = new ArrayList<Target>();
        read.offices().forEach((address, said) -> {
            var drawn = new Drawn(address, said, people, names.get(organisation(said)));
            rows.addAll(drawn.rows);
            drawn.target().ifPresent(targets::add);
        });
        rows.sort(Comparator.comparingInt(Row::number));
        return new OfficeImportPlan(List.copyOf(rows), List.copyOf(targets));
    }

    private static String organisation(OfficeFile.Entry said) {
        return Organisations.key(said.said().organisation());
    }

    /** One office of the file beside the one there is. */
    private class Drawn {

        private final String address;
        private final OfficeFile.Entry said;
        private final Map<String, Person> people;
        private final @Nullable Person before;
        private final String name;
        private final String organisation;
        private final List<Row> rows = new ArrayList<>();
        private final List<Person> joining = new ArrayList<>();
        private final List<UUID> leaving = new ArrayList<>();

        Drawn(String address, OfficeFile.Entry said, Map<String, Person> people, @Nullable String organisation) {
            this.address = address;
            this.said = said;
            this.people = people;
            this.before = people.get(address);
            this.name = ParticularsCheck.tidy(said.said().name());
            this.organisation = organisation == null ? said.said().organisation() : organisation;
            Optional<Flaw> flaw = flaw(organisation);
            if (flaw.isPresent()) {
                rows.add(Row.refused(said.number(), address, name, "", flaw.get()));
            } else {
                rows.add(office());
                members();
            }
            rows.addAll(said.refused());
        }

        private Optional<Flaw> flaw(@Nullable String known) {
            if (said.flaw() != null) {
                return Optional.of(said.flaw());
            }
            if (before != null && !before.profile().functional()) {
                return Optional.of(Flaw.of("email", DirectoryRefusal.ADDRESS_TAKEN, address));
            }
            if (known == null) {
                return Optional.of(Flaw.of("organisation", DirectoryRefusal.ORGANISATION_REQUIRED, organisation));
            }
            return state() == OfficeState.UNKNOWN
                    ? Optional.of(Flaw.of(
                            "state",
                            DirectoryRefusal.OFFICE_STATE_UNKNOWN,
                            said.said().state()))
                    : Optional.empty();
        }

        private OfficeState state() {
            return OfficeState.of(said.said().state());
        }

        private boolean open() {
            return state().open(before == null || before.active());
        }

        private Row office() {
            if (before == null) {
                return Row.of(said.number(), Outcome.CREATE, address, name, "");
            }
            List<String> changes = changes(before);
            return new Row(
                    said.number(),
                    changes.isEmpty() ? Outcome.SAME : Outcome.CHANGE,
                    address,
                    name,
                    "",
                    changes,
                    Optional.empty());
        }

        private List<String> changes(Person office) {
            var changes = new ArrayList<String>();
            if (!office.lastName().equals(name)) {
                changes.add("name");
            }
            if (!office.organisation().equals(organisation)) {
                changes.add("organisation");
            }
            if (office.active() != open()) {
                changes.add("state");
            }
            return List.copyOf(changes);
        }

        private void members() {
            Map<UUID, String> present = before == null ? Map.of() : present(before.id());
            var kept = new LinkedHashMap<>(present);
            said.members().forEach((email, number) -> {
                Optional<Person> person = Optional.ofNullable(people.get(email));
                if (person.isPresent() && present.containsKey(person.get().id())) {
                    kept.remove(person.get().id());
                    rows.add(Row.of(number, Outcome.SAME, address, name, email));
                } else {
                    rows.add(newcomer(email, number, person));
                }
            });
            kept.forEach((id, email) -> {
                leaving.add(id);
                rows.add(Row.of(said.number(), Outcome.LEAVE, address, name, email));
            });
        }

        private Row newcomer(String email, int number, Optional<Person> found) {
            Optional<Person> person = found.filter(
                    who -> !who.profile().functional() && who.state().receives());
            if (person.isEmpty()) {
                return Row.refused(
                        number, address, name, email, Flaw.of("member", DirectoryRefusal.MEMBER_UNKNOWN, email));
            }
            joining.add(person.get());
            return Row.of(number, Outcome.JOIN, address, name, email);
        }

        private Optional<Target> target() {
            if (rows.stream().anyMatch(row -> row.outcome() == Outcome.REFUSED)) {
                return Optional.empty();
            }
            boolean changed = before != null
                    && (!before.lastName().equals(name)
                            || !before.organisation().equals(organisation));
            return Optional.of(new Target(
                    new OfficeEntries.Typed(name, address, organisation),
                    changed,
                    open(),
                    before == null ? null : new Existing(before.id(), version(before.id()), before.active()),
                    List.copyOf(joining),
                    List.copyOf(leaving)));
        }
    }

    /** Everybody the file names, offices among them, by address. */
    private Map<String, Person> people(OfficeFile file) {
        List<String> addresses = Stream.concat(
                        file.offices().keySet().stream(),
                        file.offices().values().stream().flatMap(office -> office.members().keySet().stream()))
                .distinct()
                .toList();
        var people = new HashMap<String, Person>();
        for (int from = 0; from < addresses.size(); from += CHUNK) {
            jdbc.sql(PersonRows.SELECT + "where p.email in (:emails)")
                    .param("emails", addresses.subList(from, Math.min(addresses.size(), from + CHUNK)))
                    .query(PersonRows::person)
                    .list()
                    .forEach(person -> people.put(person.email(), person));
        }
        return people;
    }

    /** Address of each present member. */
    private Map<UUID, String> present(UUID office) {
        var present = new HashMap<UUID, String>();
        jdbc.sql("""
                        select p.id, p.email from office_member m join person p on p.id = m.person
                        where m.office = :office and m.open
                        """).param("office", office).query(row -> {
            present.put(row.getObject("id", UUID.class), row.getString("email"));
        });
        return present;
    }

    private long version(UUID office) {
        return jdbc.sql("select version from person where id = ?")
                .param(office)
                .query(Long.class)
                .single();
    }
}
