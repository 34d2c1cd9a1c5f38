package fr.pli.exchange.notification;

import fr.pli.exchange.account.Person;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Things other than messages that a notice of the bell may be about; implemented by the feature that owns them. */
public interface NoticeSubjects {

    /** First part of the kinds it answers for: {@code expertise} for {@code expertise.state}. */
    String owner();

    /**
     * What {@code reader} may know of them now; of one that is absent the notice says no name and opens nothing.
     *
     * @param about ids that notices of this owner are about
     */
    Map<UUID, Subject> find(Person reader, Collection<UUID> about);

    /**
     * @param name as the notice calls it
     * @param page where the notice leads
     */
    record Subject(String name, String page) {}
}
