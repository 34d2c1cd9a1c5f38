package fr.pli.exchange.message;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Turns what a sender typed into people of the directory. Whoever is unknown, hidden by the policy, suspended or departed
 * gets the same answer.
 */
@Component
class Addresses {

    private final Directory directory;
    private final MessageLimits limits;

    Addresses(Directory directory, MessageLimits limits) {
        this.directory = directory;
        this.limits = limits;
    }

    /**
     * @param known people the sender may write to whatever the policy hides: their correspondents in a thread
     * @return ids in the order given, each once
     */
    List<UUID> resolve(Person sender, Collection<String> typed, Set<UUID> known) {
        var people = new LinkedHashSet<UUID>();
        var unknown = new ArrayList<String>();
        List<String> addresses = typed.stream()
                .map(Addresses::address)
                .filter(address -> !address.isEmpty())
                .toList();
        Map<String, Person> found = directory.findAllByEmail(addresses);
        for (String address : addresses) {
            Optional.ofNullable(found.get(address))
                    .filter(person -> reachable(sender, person, known))
                    .ifPresentOrElse(person -> people.add(person.id()), () -> unknown.add(address));
        }
        if (!unknown.isEmpty()) {
            throw MessageRefusal.RECIPIENT_UNKNOWN.with(String.join(", ", unknown));
        }
        if (people.size() > limits.maxRecipients()) {
            throw MessageRefusal.TOO_MANY_RECIPIENTS.with(limits.maxRecipients());
        }
        return List.copyOf(people);
    }

    boolean reachable(Person sender, Person other, Set<UUID> known) {
        return directory.reachable(sender, other)
                || known.contains(other.id()) && other.state().receives();
    }

    /** « Claire Morel &lt;claire@exemple.fr&gt; », as copied from a mail, is its address. */
    private static String address(String entry) {
        int open = entry.lastIndexOf('<');
        int close = entry.lastIndexOf('>');
        String address = open >= 0 && close > open ? entry.substring(open + 1, close) : entry;
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
