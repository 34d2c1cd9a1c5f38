package fr.pli.exchange.message;

import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.attachment.StoredFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long the files of messages live: a file ends when its last attachment or draft ends (U-13). */
@Component
class Keeping {

    /** A draft's keys are wrapped for a day later than it needs, so that it is not done again at each change. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final StoredFiles files;
    private final AccessRules rules;
    private final JdbcClient jdbc;
    private final MessageSettings settings;

    Keeping(StoredFiles files, AccessRules rules, JdbcClient jdbc, MessageSettings settings) {
        this.files = files;
        this.rules = rules;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** A draft, or a message that waits, lives on from now. */
    void keepForDraft(MessageRecord message, Instant now) {
        Instant needed = now.plus(Duration.ofDays(settings.draftDays()));
        List<UUID> late = files.findAll(message.files()).values().stream()
                .filter(file -> file.keptUntil() != null && file.keptUntil().isBefore(needed))
                .map(StoredFile::id)
                .toList();
        if (!late.isEmpty()) {
            files.keepUntil(late, needed.plus(AHEAD));
        }
    }

    /** An available message decides: its end is the end of its files, unless another message needs them longer. */
    void keepForMessage(MessageRecord message) {
        var ends = new HashMap<End, List<UUID>>();
        var own = new End(message.endsAt(), message.origin());
        Map<UUID, End> others = others(message);
        for (UUID file : message.files()) {
            End other = others.get(file);
            End end = other == null ? own : own.later(other);
            ends.computeIfAbsent(end, same -> new ArrayList<>()).add(file);
        }
        ends.forEach((end, same) -> keep(same, end));
    }

    /** What has no end has the key of what it belongs to (ADR 0065). */
    private void keep(List<UUID> same, End end) {
        UUID keeper = end.at() == null ? rules.keeper(end.origin()) : null;
        if (keeper == null) {
            files.keepUntil(same, end.at());
        } else {
            files.keepFor(same, keeper);
        }
    }

    /** The message has ended: files that nothing else shows are erased, the others keep the longest end that is left. */
    void release(MessageRecord message) {
        Map<UUID, End> others = others(message);
        for (UUID file : message.files()) {
            release(file, others.get(file));
        }
    }

    void release(MessageRecord message, UUID file) {
        release(file, others(message).get(file));
    }

    private void release(UUID file, @Nullable End other) {
        if (other == null) {
            files.erase(file);
        } else {
            keep(List.of(file), other);
        }
    }

    /** When the other live messages that show these files end; a draft counts as its own end. */
    private Map<UUID, End> others(MessageRecord message) {
        if (message.files().isEmpty()) {
            return Map.of();
        }
        Map<UUID, End> found = new HashMap<>();
        jdbc.sql("""
                        select a.file, m.state, m.changed_at, m.ends_at, m.origin_kind, m.origin
                        from attachment a join message m on m.id = a.message
                        where a.file in (:files) and a.message <> :message
                          and m.state in ('DRAFT', 'QUEUED', 'SENT')
                        """)
                .param("files", message.files())
                .param("message", message.id())
                .query(row -> {
                    Instant at = row.getString("state").equals(MessageState.SENT.name())
                            ? row.getObject("ends_at", Instant.class)
                            : row.getObject("changed_at", Instant.class).plus(draft());
                    var origin = new Origin(row.getString("origin_kind"), row.getObject("origin", UUID.class));
                    found.merge(row.getObject("file", UUID.class), new End(at, origin), End::later);
                });
        return found;
    }

    private Duration draft() {
        return Duration.ofDays(settings.draftDays()).plus(AHEAD);
    }

    /**
     * When a message ends, and where it was posted.
     *
     * @param at null without end
     */
    private record End(@Nullable Instant at, Origin origin) {

        /** The later one; of two without end this one. */
        End later(End other) {
            return at == null || other.at != null && at.isAfter(other.at) ? this : other;
        }
    }
}
