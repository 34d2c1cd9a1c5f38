package fr.pli.expertise.search;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.AccessRule.Visible;
import fr.pli.expertise.folder.Access;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents by name and « cote », newest first; candidates are read in runs until the page is full of visible ones. */
@Component
class FoundDocuments {

    /** Candidates of one run; enough that a page of visible ones usually needs one. */
    private static final int RUN = 500;

    private final JdbcClient jdbc;
    private final Access access;

    FoundDocuments(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** @param after last document of the page before; one that is not there (any more) begins anew */
    Page find(Person person, Collection<UUID> listed, List<String> words, int limit, @Nullable UUID after) {
        List<Found.OfDocument> hits = new ArrayList<>();
        UUID last = after;
        List<Candidate> run;
        do {
            run = candidates(listed, words, last);
            hits.addAll(visible(person, run));
            last = run.isEmpty() ? last : run.getLast().hit().id();
        } while (run.size() == RUN && hits.size() <= limit);
        return hits.size() <= limit
                ? new Page(hits, null)
                : new Page(hits.subList(0, limit), hits.get(limit - 1).id());
    }

    private List<Found.OfDocument> visible(Person person, List<Candidate> candidates) {
        Visible visible = access.visible(
                person,
                candidates.stream().map(row -> row.hit().folder()).distinct().toList());
        return candidates.stream()
                .filter(row -> visible.origins().contains(row.hit().folder())
                        || visible.files().contains(row.file()))
                .map(Candidate::hit)
                .toList();
    }

    private List<Candidate> candidates(Collection<UUID> listed, List<String> words, @Nullable UUID after) {
        String sql = """
                select d.id, d.file, d.name, d.cote, d.length, d.published_at, d.expertise, e.title, d.folder, f.kind,
                       coalesce(p.name, concat_ws(' ', nullif(s.first_name, ''), s.last_name)) as owner
                from (select distinct ref from expertise_token
                      where expertise in (:listed) and token like :word0 and kind = 'DOCUMENT') t
                join document d on d.id = t.ref
                join expertise e on e.id = d.expertise
                join folder f on f.id = d.folder
                left join party p on p.id = f.owner
                left join participant u on u.id = f.owner
                left join person s on s.id = u.person
                left join document l on l.id = :after
                where d.status = 'PUBLISHED'
                  and (l.id is null or (d.published_at, d.id) < (l.published_at, l.id))
                """ + Words.alsoHas(words, "d.expertise", "DOCUMENT", "d.id")
                + " order by d.published_at desc, d.id desc limit :run";
        return Words.bind(jdbc.sql(sql), words)
                .param("listed", listed)
                .param("after", after)
                .param("run", RUN)
                .query(FoundDocuments::candidate)
                .list();
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        String owner = row.getString("owner");
        return new Candidate(
                row.getObject("file", UUID.class),
                new Found.OfDocument(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("cote"),
                        row.getLong("length"),
                        row.getObject("published_at", Instant.class),
                        row.getObject("expertise", UUID.class),
                        row.getString("title"),
                        row.getObject("folder", UUID.class),
                        row.getString("kind"),
                        owner == null || owner.isEmpty() ? null : owner));
    }

    /** @param next {@code after} of the next page; null on the last */
    record Page(List<Found.OfDocument> hits, @Nullable UUID next) {}

    private record Candidate(UUID file, Found.OfDocument hit) {}
}
