package fr.pli.exchange.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a box as the database gives it, before the people of it have names. */
record FoundRow(
        UUID id,
        String reference,
        UUID sender,
        @Nullable UUID sentBy,
        String subject,
        MessageState state,
        int files,
        long bytes,
        Instant availableAt,
        @Nullable Instant endsAt,
        boolean unread,
        Cursor cursor) {

    static FoundRow of(ResultSet row, BoxQuery.Order order) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String sorted = order == BoxQuery.Order.DATE
                ? String.valueOf(row.getObject("sorted", Instant.class).toEpochMilli())
                : row.getString("sorted");
        return new FoundRow(
                id,
                row.getString("reference"),
                row.getObject("sender", UUID.class),
                row.getObject("sent_by", UUID.class),
                row.getString("subject"),
                MessageState.valueOf(row.getString("state")),
                row.getInt("file_count"),
                row.getLong("byte_count"),
                row.getObject("available_at", Instant.class),
                row.getObject("ends_at", Instant.class),
                row.getBoolean("unread"),
                new Cursor(sorted, id));
    }

    BoxRow shown(Boxes.Correspondents people) {
        return new BoxRow(
                id,
                reference,
                subject,
                state,
                people.people(),
                people.others(),
                people.sentBy(),
                files,
                bytes,
                availableAt,
                endsAt,
                unread);
    }
}
