package fr.pli.exchange.account;

import fr.pli.exchange.account.Organisation.Kind;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Folding;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Bodies and courts people belong to. A court of the reference becomes an organisation when it is first used; two
 * names that differ in accents, case or punctuation only are the same organisation.
 */
@Component
public class Organisations {

    private static final String SELECT = """
            select o.id, o.name, o.kind, o.version,
                   (select count(*) from person p where p.organisation = o.id) as members
            from organisation o
            """;

    private final JdbcClient jdbc;
    private final Courts courts;
    private final Guard guard;
    private final SearchWords searchWords;
    private final Journal journal;
    private final Units units;
    private final Clock clock;

    Organisations(
            JdbcClient jdbc,
            Courts courts,
            Guard guard,
            SearchWords searchWords,
            Journal journal,
            Units units,
            Clock clock) {
        this.jdbc = jdbc;
        this.courts = courts;
        this.guard = guard;
        this.searchWords = searchWords;
        this.journal = journal;
        this.units = units;
        this.clock = clock;
    }

    /** One page of all organisations by name, {@code after} the id of the last one seen. */
    public List<Organisation> page(@Nullable UUID after, int limit) {
        String last = after == null ? "" : find(after).map(Organisation::name).orElse("");
        return jdbc.sql(SELECT + "where o.name > :last order by o.name limit :limit")
                .param("last", last)
                .param("limit", limit)
                .query(Organisations::row)
                .list();
    }

    public Optional<Organisation> find(UUID id) {
        return jdbc.sql(SELECT + "where o.id = :id")
                .param("id", id)
                .query(Organisations::row)
                .optional();
    }

    /** Names to choose from in a form: those there are, then the courts of the reference not yet used. */
    public List<String> names() {
        var names = new java.util.TreeSet<String>(courts.labels());
        names.addAll(
                jdbc.sql("select name from organisation").query(String.class).list());
        return List.copyOf(names);
    }

    /** @param by an administrator */
    public Organisation create(Person by, String typed, Kind kind) {
        return guard.administer(by, () -> {
            String name = checked(typed, null);
            return insert(by.id(), name, kind);
        });
    }

    /** Renames; everybody in it is found by the new name at once. @param by an administrator */
    public void rename(Person by, UUID id, long version, String typed) {
        guard.administer(by, () -> {
            Organisation organisation = find(id).orElseThrow(DirectoryRefusal.NOT_FOUND::with);
            String name = checked(typed, id);
            int changed = jdbc.sql("""
                            update organisation set name = :name, version = version + 1
                            where id = :id and version = :version
                            """)
                    .param("name", name)
                    .param("id", id)
                    .param("version", version)
                    .update();
            if (changed == 0) {
                throw DirectoryRefusal.CHANGED_MEANWHILE.with();
            }
            searchWords.refreshMembers(id);
            journal.append(Fact.of("organisation.renamed").by(by.id()).about(organisation.id()));
            return organisation.id();
        });
    }

    /** The organisation of this name, or a court of the reference made an organisation; empty for any other name. */
    Optional<UUID> known(Person by, String typed) {
        UUID id = byKey().get(key(typed));
        if (id != null) {
            return Optional.of(id);
        }
        return courts.label(typed)
                .map(label -> insert(by.id(), label, Kind.COURT).id());
    }

    /** A court of the reference, made an organisation when it is none yet; empty for any other name. */
    Optional<UUID> court(String typed) {
        return courts.label(typed).map(label -> {
            UUID id = byKey().get(key(label));
            return id == null ? insert(null, label, Kind.COURT).id() : id;
        });
    }

    /** All organisations by the key of their name. */
    Map<String, UUID> byKey() {
        var ids = new HashMap<String, UUID>();
        jdbc.sql("select id, name, kind, version, 0 as members from organisation")
                .query(Organisations::row)
                .list()
                .forEach(o -> ids.put(key(o.name()), o.id()));
        return ids;
    }

    /** Every name {@link #known} accepts, by its key, as it would be written. */
    Map<String, String> namesByKey() {
        var names = new HashMap<String, String>();
        courts.labels().forEach(label -> names.put(key(label), label));
        jdbc.sql("select name from organisation")
                .query(String.class)
                .list()
                .forEach(name -> names.put(key(name), name));
        return names;
    }

    /** Makes an organisation named in an import: a court if the reference has it, else a body. */
    Organisation insertNamed(Person by, String name) {
        return insert(by.id(), name, courts.label(name).isPresent() ? Kind.COURT : Kind.BODY);
    }

    /** What makes two names the same. */
    static String key(String name) {
        return String.join(" ", Folding.words(name));
    }

    private Organisation insert(@Nullable UUID by, String name, Kind kind) {
        return units.call(() -> {
            var organisation = new Organisation(Ids.next(clock.instant()), name, kind, 0, 0);
            jdbc.sql("insert into organisation (id, name, kind, version) values (:id, :name, :kind, 0)")
                    .param("id", organisation.id())
                    .param("name", name)
                    .param("kind", kind.name())
                    .update();
            journal.append(Fact.of("organisation.added")
                    .by(by)
                    .about(organisation.id())
                    .detail("kind", kind));
            return organisation;
        });
    }

    private String checked(String typed, @Nullable UUID self) {
        String name = ParticularsCheck.tidy(typed);
        if (key(name).isEmpty()) {
            throw DirectoryRefusal.ORGANISATION_NAME_REQUIRED.with();
        }
        if (name.length() > ParticularsCheck.LONGEST_ORGANISATION) {
            throw DirectoryRefusal.ORGANISATION_NAME_TOO_LONG.with(ParticularsCheck.LONGEST_ORGANISATION);
        }
        if (ParticularsCheck.unprintable(name)) {
            throw DirectoryRefusal.NAME_MALFORMED.with();
        }
        UUID same = byKey().get(key(name));
        if (same != null && !same.equals(self)) {
            throw DirectoryRefusal.ORGANISATION_NAME_TAKEN.with(name);
        }
        return name;
    }

    private static Organisation row(ResultSet row, int number) throws SQLException {
        return new Organisation(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                row.getLong("version"),
                row.getLong("members"));
    }
}
