package fr.pli.exchange.account;

import java.util.Arrays;
import java.util.Optional;

/** What an API token may do in its person's name (P-2); never more than the person. */
public enum Scope {
    MESSAGES_READ("messages:read"),
    MESSAGES_SEND("messages:send"),
    DIRECTORY_READ("directory:read"),
    DIRECTORY_WRITE("directory:write"),
    JOURNAL_READ("journal:read"),
    STATE_READ("state:read"),
    EXPERTISES_READ("expertises:read"),
    EXPERTISES_WRITE("expertises:write"),
    ACCOUNT_READ("account:read"),
    ACCOUNT_WRITE("account:write");

    private final String label;

    Scope(String label) {
        this.label = label;
    }

    /** As written in the interface: {@code messages:read}. */
    public String label() {
        return label;
    }

    /** Key of its sentence in the bundles. */
    public String key() {
        return "directory.scope." + name();
    }

    public static Optional<Scope> labelled(String label) {
        return Arrays.stream(values()).filter(s -> s.label.equals(label)).findFirst();
    }
}
