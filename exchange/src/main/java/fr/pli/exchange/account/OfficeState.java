package fr.pli.exchange.account;

import java.util.Set;

/** What a file says of an office: whether it may be written to. In French or English; nothing leaves it as it is. */
enum OfficeState {
    UNSAID(Set.of("")),
    OPEN(Set.of("ouvert", "ouverte", "open")),
    CLOSED(Set.of("ferme", "fermee", "closed")),
    UNKNOWN(Set.of());

    private final Set<String> words;

    OfficeState(Set<String> words) {
        this.words = words;
    }

    static OfficeState of(String typed) {
        String word = ImportColumn.Titles.key(typed);
        for (OfficeState state : values()) {
            if (state.words.contains(word)) {
                return state;
            }
        }
        return UNKNOWN;
    }

    /** @param before as it is; an office that is new is open */
    boolean open(boolean before) {
        return this == UNSAID ? before : this == OPEN;
    }
}
