package fr.pli.expertise.folder.web;

import fr.pli.expertise.folder.Deposit;
import fr.pli.expertise.folder.Deposit.Detail;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page before confirmation says of each file: fields {@code cote-<file>} and {@code replaces-<file>}.
 *
 * @param comment null where the form has no such field
 */
record DepositForm(@Nullable String comment, Map<UUID, Detail> details) {

    private static final String COTE = "cote-";
    private static final String REPLACES = "replaces-";

    /** What is no id of the page is not understood, and said of nothing. */
    static DepositForm of(Map<String, String> fields) {
        var details = new HashMap<UUID, Detail>();
        fields.forEach((name, value) -> {
            if (name.startsWith(COTE)) {
                String file = name.substring(COTE.length());
                UUID id = id(file);
                if (id != null) {
                    details.put(id, new Detail(value, id(fields.get(REPLACES + file))));
                }
            } else if (name.startsWith(REPLACES)) {
                UUID id = id(name.substring(REPLACES.length()));
                if (id != null) {
                    details.putIfAbsent(id, new Detail(fields.get(COTE + id), id(value)));
                }
            }
        });
        String comment = fields.get("comment");
        return new DepositForm(comment == null ? null : comment.replace("\r\n", "\n"), details);
    }

    static DepositForm of(String comment, Deposit deposit) {
        return new DepositForm(comment, deposit.details());
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null || text.length() != 36 ? null : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    public String cote(UUID file) {
        Detail detail = details.get(file);
        return detail == null || detail.cote() == null ? "" : detail.cote();
    }

    public @Nullable UUID replaces(UUID file) {
        Detail detail = details.get(file);
        return detail == null ? null : detail.replaces();
    }
}
