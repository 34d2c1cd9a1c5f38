package fr.pli.expertise.designation;

import fr.pli.exchange.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of designations and of their history. A state changes under the row's lock, and only from the one that was seen. */
@Repository
class DesignationTable {

    /** Drafts whose message was thrown away are as if they had never been; those that wait for their files are drafts. */
    private static final String MINE = """
            from designation d
            where (d.holder = :me or d.expert = :me and d.state <> 'DRAFT')
              and (:state is null or d.state = :state)
              and (d.state <> 'DRAFT' or exists (select 1 from message m where m.id = d.message and m.state <> 'DELETED'))
            """;

    private final JdbcClient jdbc;

    DesignationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Its message is made in the same transaction. */
    void add(UUID id, UUID author, UUID expert, @Nullable UUID follows, Instant now) {
        jdbc.sql("""
                        insert into designation (id, state, author, holder, expert, follows, created_at)
                        values (:id, 'DRAFT', :author, :author, :expert, :follows, :now)
                        """)
                .param("id", id)
                .param("author", author)
                .param("expert", expert)
                .param("follows", follows)
                .param("now", now)
                .update();
    }

    void carries(UUID id, UUID message) {
        jdbc.sql("update designation set message = ? where id = ?")
                .params(message, id)
                .update();
    }

    Optional<Designation> find(UUID id) {
        return jdbc.sql("select * from designation where id = ?")
                .param(id)
                .query(DesignationTable::row)
                .optional();
    }

    /** Held until the unit ends. */
    Optional<Designation> lock(UUID id) {
        return jdbc.sql("select * from designation where id = ? for update")
                .param(id)
                .query(DesignationTable::row)
                .optional();
    }

    Optional<Designation> carrying(UUID message) {
        return jdbc.sql("select * from designation where message = ?")
                .param(message)
                .query(DesignationTable::row)
                .optional();
    }

    List<Designation> findAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from designation where id in (:ids)")
                        .param("ids", ids)
                        .query(DesignationTable::row)
                        .list();
    }

    /** Newest first. */
    List<Designation> page(UUID person, @Nullable DesignationState state, @Nullable UUID after, int limit) {
        return jdbc.sql("select d.* " + MINE + " and (:after is null or d.id < :after) order by d.id desc limit :limit")
                .param("me", person)
                .param("state", state == null ? null : state.name())
                .param("after", after)
                .param("limit", limit)
                .query(DesignationTable::row)
                .list();
    }

    Map<DesignationState, Integer> count(UUID person) {
        var counts = new HashMap<DesignationState, Integer>();
        jdbc.sql("select d.state, count(*) " + MINE + " group by d.state")
                .param("me", person)
                .param("state", null)
                .query((row, number) -> Map.entry(DesignationState.valueOf(row.getString(1)), row.getInt(2)))
                .list()
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return Map.copyOf(counts);
    }

    /**
     * Those in somebody's hands that wait for an answer; where they have left, also those that were answered or expired
     * since, and that nobody has read.
     */
    List<Designation> unattended(UUID holder) {
        return jdbc.sql("""
                        select d.* from designation d
                        where d.holder = :holder
                          and (d.state = 'PENDING'
                               or d.state in ('ACCEPTED', 'REFUSED', 'EXPIRED')
                               and exists (select 1 from departure left_
                                           where left_.person = d.holder and left_.state = 'EFFECTIVE'
                                             and d.sent_at <= left_.effective_at and left_.effective_at <= d.ended_at))
                        order by d.id
                        """)
                .param("holder", holder)
                .query(DesignationTable::row)
                .list();
    }

    /** Pending ones whose last day was before {@code today}. */
    List<UUID> overdue(LocalDate today) {
        return jdbc.sql("select id from designation where state = 'PENDING' and answer_by < ? order by id")
                .param(today)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    void chosen(UUID id, UUID expert, @Nullable String nomenclature, @Nullable String specialty) {
        jdbc.sql("""
                        update designation set expert = :expert, nomenclature = :nomenclature, specialty = :specialty
                        where id = :id and state = 'DRAFT'
                        """)
                .param("expert", expert)
                .param("nomenclature", nomenclature)
                .param("specialty", specialty)
                .param("id", id)
                .update();
    }

    void describe(UUID id, Matter matter) {
        jdbc.sql("""
                        update designation set claimant = :claimant, defendant = :defendant, court = :court, rg = :rg,
                                               decided_on = :decided, answer_by = :answer
                        where id = :id and state = 'DRAFT'
                        """)
                .param("claimant", matter.claimant())
                .param("defendant", matter.defendant())
                .param("court", matter.court())
                .param("rg", matter.rg())
                .param("decided", matter.decidedOn())
                .param("answer", matter.answerBy())
                .param("id", id)
                .update();
    }

    /** @return whether it was in that state: of two at once one is the first */
    boolean move(UUID id, Move move, Instant now) {
        String time = move == Move.SEND ? "sent_at" : "ended_at";
        return jdbc.sql("update designation set state = :to, " + time + " = :now where id = :id and state = :from")
                        .param("to", move.to().name())
                        .param("now", now)
                        .param("id", id)
                        .param("from", move.from().name())
                        .update()
                == 1;
    }

    void answered(UUID id, @Nullable RefusalReason reason, @Nullable String comment, @Nullable UUID expertise) {
        jdbc.sql("""
                        update designation set reason = :reason, comment = :comment, expertise = :expertise
                        where id = :id
                        """)
                .param("reason", reason == null ? null : reason.name())
                .param("comment", comment)
                .param("expertise", expertise)
                .param("id", id)
                .update();
    }

    void joins(UUID id, @Nullable UUID message) {
        jdbc.sql("update designation set joined = :message where id = :id")
                .param("message", message)
                .param("id", id)
                .update();
    }

    void reminded(UUID id) {
        jdbc.sql("update designation set reminders = reminders + 1 where id = ?")
                .param(id)
                .update();
    }

    /** @return whether it is the first time */
    boolean opened(UUID id, Instant now) {
        return jdbc.sql("update designation set opened_at = ? where id = ? and opened_at is null")
                        .params(now, id)
                        .update()
                == 1;
    }

    void handOn(UUID id, UUID holder) {
        jdbc.sql("update designation set holder = ? where id = ?")
                .params(holder, id)
                .update();
    }

    void step(UUID id, Step.Kind kind, @Nullable UUID person, Instant now) {
        jdbc.sql("""
                        insert into designation_step (id, designation, step, at, person)
                        values (:id, :designation, :step, :at, :person)
                        """)
                .param("id", Ids.next(now))
                .param("designation", id)
                .param("step", kind.name())
                .param("at", now)
                .param("person", person)
                .update();
    }

    /** Oldest first. */
    List<Step> steps(UUID id) {
        return jdbc.sql("select step, at, person from designation_step where designation = ? order by at, id")
                .param(id)
                .query((row, number) -> new Step(
                        Step.Kind.valueOf(row.getString("step")),
                        row.getObject("at", Instant.class),
                        row.getObject("person", UUID.class)))
                .list();
    }

    private static Designation row(ResultSet row, int number) throws SQLException {
        String reason = row.getString("reason");
        return new Designation(
                row.getObject("id", UUID.class),
                DesignationState.valueOf(row.getString("state")),
                row.getObject("author", UUID.class),
                row.getObject("holder", UUID.class),
                row.getObject("expert", UUID.class),
                row.getString("nomenclature"),
                row.getString("specialty"),
                row.getObject("message", UUID.class),
                row.getObject("follows", UUID.class),
                new Matter(
                        row.getString("claimant"),
                        row.getString("defendant"),
                        row.getString("court"),
                        row.getString("rg"),
                        row.getObject("decided_on", LocalDate.class),
                        row.getObject("answer_by", LocalDate.class)),
                row.getObject("created_at", Instant.class),
                row.getObject("sent_at", Instant.class),
                row.getObject("opened_at", Instant.class),
                row.getObject("ended_at", Instant.class),
                row.getInt("reminders"),
                reason == null ? null : RefusalReason.valueOf(reason),
                row.getString("comment"),
                row.getObject("joined", UUID.class),
                row.getObject("expertise", UUID.class));
    }
}
