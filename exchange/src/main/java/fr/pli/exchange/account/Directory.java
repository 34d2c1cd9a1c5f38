package fr.pli.exchange.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Looks people up. Only who is in the directory can use the service. */
public interface Directory {

    Optional<Person> find(UUID id);

    /** Whose address it is; the address of a merged entry is one of the account that was kept (C-6). */
    Optional<Person> findByEmail(String email);

    Map<UUID, Person> findAll(Collection<UUID> ids);

    /** As {@link #findByEmail} for many. @param emails lower case; those of nobody are absent from the answer */
    Map<String, Person> findAllByEmail(Collection<String> emails);

    /**
     * People {@code viewer} may write to whose name, address or organisation has words starting with each word typed
     * accents and case ignored, at most {@code limit}.
     */
    List<Person> complete(Person viewer, String typed, int limit);

    /** Whether {@code sender} may write to {@code other}: receivable state and visible by the policy of X-2. */
    boolean reachable(Person sender, Person other);
}
