package fr.pli.exchange.account;

import fr.pli.exchange.account.ImportPlan.Line;
import fr.pli.exchange.account.ImportPlan.Outcome;
import fr.pli.exchange.account.ImportPlan.Target;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Writes what a plan says, thousands of entries at once; called in the unit that made the plan, under the guard. */
@Component
class BulkEntries {

    private final NamedParameterJdbcOperations batches;
    private final Organisations organisations;
    private final SearchWords searchWords;
    private final Journal journal;
    private final Clock clock;

    BulkEntries(
            NamedParameterJdbcOperations batches,
            Organisations organisations,
            SearchWords searchWords,
            Journal journal,
            Clock clock) {
        this.batches = batches;
        this.organisations = organisations;
        this.searchWords = searchWords;
        this.journal = journal;
        this.clock = clock;
    }

    /** @return ids of the entries created */
    List<UUID> write(Person by, ImportPlan plan) {
        plan.newOrganisations().forEach(name -> organisations.insertNamed(by, name));
        Map<String, UUID> organisationIds = organisations.byKey();
        Instant now = clock.instant();
        List<Written> created = lines(plan, Outcome.CREATE)
                .map(line -> new Written(Ids.next(now), line))
                .toList();
        List<Written> changed = lines(plan, Outcome.CHANGE)
                .map(line -> new Written(Objects.requireNonNull(line.existing()).id(), line))
                .toList();
        insert(rows(created, organisationIds, now));
        update(rows(changed, organisationIds, now));
        searchWords.add(created.stream().map(Written::source).toList());
        searchWords.write(changed.stream().map(Written::source).toList());
        journal.appendAll(
                created.stream().map(entry -> entry.fact("person.added", by)).toList());
        journal.appendAll(
                changed.stream().map(entry -> entry.fact("person.edited", by)).toList());
        return created.stream().map(Written::id).toList();
    }

    /** A line and the entry it makes or changes. */
    private record Written(UUID id, Line line) {

        Target target() {
            return Objects.requireNonNull(line.read());
        }

        String identity() {
            return Membership.identity(target().firstName(), target().lastName(), target().email());
        }

        SearchWords.Source source() {
            return new SearchWords.Source(
                    id, target().email(), target().firstName(), target().lastName(), target().organisation());
        }

        Fact fact(String kind, Person by) {
            return Fact.of(kind)
                    .by(by.id())
                    .about(id)
                    .detail("profile", target().profile())
                    .detail("import", true);
        }
    }

    private static Stream<Line> lines(ImportPlan plan, Outcome outcome) {
        return plan.lines().stream().filter(line -> line.outcome() == outcome);
    }

    /** Whoever is written gets a new identity in the journal; what was said before keeps the former one. */
    private SqlParameterSource[] rows(List<Written> entries, Map<String, UUID> organisationIds, Instant now) {
        List<UUID> identities =
                journal.identifyAll(entries.stream().map(Written::identity).toList());
        var rows = new SqlParameterSource[entries.size()];
        for (int i = 0; i < rows.length; i++) {
            Target target = entries.get(i).target();
            rows[i] = new MapSqlParameterSource("id", entries.get(i).id())
                    .addValue("email", target.email())
                    .addValue("firstName", target.firstName())
                    .addValue("lastName", target.lastName())
                    .addValue("organisation", organisationIds.get(Organisations.key(target.organisation())))
                    .addValue("profile", target.profile().name())
                    .addValue("language", target.language())
                    .addValue("zone", target.zone())
                    .addValue("identity", identities.get(i))
                    .addValue("now", now);
        }
        return rows;
    }

    private void insert(SqlParameterSource[] rows) {
        batches.batchUpdate("""
                insert into person (id, version, email, first_name, last_name, organisation, profile, state, language,
                                    time_zone, identity, created_at)
                values (:id, 0, :email, :firstName, :lastName, :organisation, :profile, 'INVITED', :language, :zone,
                        :identity, :now)
                """, rows);
    }

    private void update(SqlParameterSource[] rows) {
        batches.batchUpdate("""
                insert ignore into former_identity (identity, person, until_at)
                select identity, id, :now from person where id = :id
                """, rows);
        batches.batchUpdate("""
                update person set version = version + 1, first_name = :firstName, last_name = :lastName,
                       organisation = :organisation, profile = :profile, language = :language, time_zone = :zone,
                       identity = :identity
                where id = :id
                """, rows);
    }
}
