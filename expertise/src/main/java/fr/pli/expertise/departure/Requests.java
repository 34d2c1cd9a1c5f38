package fr.pli.expertise.departure;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.message.AccessRule;
import fr.pli.exchange.message.Decision;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Origin;
import fr.pli.exchange.message.OriginPages;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Requests for a replacement (T-4) are messages without end, posted at their departure: sealed, analysed and handed over
 * by the one road that files take. Support operators and administrators post and read them, nobody else.
 */
@Component("replacementRequests")
class Requests implements AccessRule, OriginPages {

    static final String KIND = "replacement";

    private static final Decision OPERATOR = Decision.yes("support");
    private static final Decision STRANGER = Decision.no("stranger");

    static Origin origin(UUID departure) {
        return new Origin(KIND, departure);
    }

    static boolean operates(Person person) {
        return person.active() && (person.profile() == Profile.SUPPORT || person.profile() == Profile.ADMINISTRATOR);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Decision decide(Person person, Message message) {
        return operates(person) ? OPERATOR : STRANGER;
    }

    @Override
    public Decision mayPost(Person person, Origin origin) {
        return operates(person) ? OPERATOR : STRANGER;
    }

    @Override
    public Visible visible(Person person, Collection<UUID> origins) {
        return operates(person) ? new Visible(Set.copyOf(origins), Set.of()) : Visible.NOTHING;
    }

    @Override
    public Optional<String> page(Person person, Message message) {
        return operates(person) ? Optional.of(path(message.origin())) : Optional.empty();
    }

    @Override
    public Optional<String> draftPage(Person person, UUID draft, Origin origin) {
        return operates(person) ? Optional.of(path(origin)) : Optional.empty();
    }

    private static String path(Origin origin) {
        return "/admin/departures/" + origin.reference();
    }
}
