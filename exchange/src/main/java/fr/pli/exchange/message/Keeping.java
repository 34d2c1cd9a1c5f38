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
    private final JdbcClient jdbc;
    private final MessageSettings settings;

    Keeping(StoredFiles files, JdbcClient jdbc, MessageSettings settings) {
        this.files = files;
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
        var ends = new HashMap<@Nullable Instant, List<UUID>>();
        Map<UUID, End> others = others(message);
        for (UUID file : message.files()) {
            End other = others.get(file);
            Instant end = other == null ? message.endsAt() : other.later(message.endsAt());
            ends.computeIfAbsent(end, same -> new ArrayList<>()).add(file);
        }
        ends.forEach((end, same) -> files.keepUntil(same, end));
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
            files.keepUntil(List.of(file), other.at());
        }
    }

    /** When the other live messages that show these files end; a draft counts as its own end. */
    private Map<UUID, End> others(MessageRecord message) {
        if (message.files().isEmpty()) {
            return Map.of();
        }
        Map<UUID, End> found = new HashMap<>();
        jdbc.sql("""
                        select a.file, m.state, m.changed_at, m.ends_at
                        from attachment a join message m on m.id = a.message
                        where a.file in (:files) and a.message <> :message
                          and m.state in ('DRAFT', 'QUEUED', 'SENT')
                        """)
                .param("files", message.files())
                .param("message", message.id())
                .query(row -> {
                    End end = row.getString("state").equals(MessageState.SENT.name())
                            ? new End(row.getObject("ends_at", Instant.class))
                            : new End(row.getObject("changed_at", Instant.class).plus(draft()));
                    found.merge(row.getObject("file", UUID.class), end, (a, b) -> new End(a.later(b.at())));
                });
        return found;
    }

    private Duration draft() {
        return Duration.ofDays(settings.draftDays()).plus(AHEAD);
    }

    /** @param at null without end */
    private record End(@Nullable Instant at) {

        @Nullable
        Instant later(@Nullable Instant than) {
            return at == null || than == null ? null : at.isAfter(than) ? at : than;
        }
    }
}
