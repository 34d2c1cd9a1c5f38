package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.RequestActor;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The rules of all kinds of origins, and what holds before each of them: nobody without an active account, and for what
 * is no letter nobody who acts for somebody else and no functional recipient.
 */
@Component
class AccessRules {

    private final Supplier<Map<String, AccessRule>> rules;
    private final RequestActor actors;

    /** @param found looked up at the first question: a rule may look at messages itself */
    AccessRules(ObjectProvider<AccessRule> found, RequestActor actors) {
        this.rules = SingletonSupplier.of(
                () -> found.stream().collect(Collectors.toMap(AccessRule::kind, Function.identity())));
        this.actors = actors;
    }

    private @Nullable AccessRule rule(String kind) {
        return rules.get().get(kind);
    }

    Decision decide(Person person, Message message) {
        return ask(person, message.origin().kind(), rule -> rule.decide(person, message));
    }

    Decision decide(Person person, Message message, UUID file) {
        return ask(person, message.origin().kind(), rule -> {
            Decision whole = rule.decide(person, message);
            return whole.allowed() ? rule.decide(person, message, file) : whole;
        });
    }

    Decision mayPost(Person person, Origin origin) {
        return ask(person, origin.kind(), rule -> rule.mayPost(person, origin));
    }

    AccessRule.Visible visible(Person person, String kind, Collection<UUID> origins) {
        AccessRule rule = rule(kind);
        return rule == null || origins.isEmpty() || barred(person, kind) != null
                ? AccessRule.Visible.NOTHING
                : rule.visible(person, origins);
    }

    /** What the files of a message without end belong to; null for a letter, and where nobody knows the place any more. */
    @Nullable
    UUID keeper(Origin origin) {
        AccessRule rule = origin.letter() ? null : rule(origin.kind());
        return rule == null ? null : rule.keeper(origin);
    }

    /** Whether the request may use what {@code person} has there: letters always, anything else only by themselves. */
    boolean present(UUID person, Origin origin) {
        return origin.letter() || inPerson(person);
    }

    /** Nobody acts for {@code person} in this request. */
    boolean inPerson(UUID person) {
        return actors.hand(person).equals(person);
    }

    private Decision ask(Person person, String kind, Function<AccessRule, Decision> question) {
        String bar = barred(person, kind);
        if (bar != null) {
            return Decision.no(bar);
        }
        AccessRule rule = rule(kind);
        return rule == null ? Decision.no("no-rule") : question.apply(rule);
    }

    private @Nullable String barred(Person person, String kind) {
        if (!person.active()) {
            return "inactive";
        }
        if (kind.equals(Origin.LETTER.kind())) {
            return null;
        }
        if (person.profile().functional()) {
            return "functional";
        }
        return inPerson(person.id()) ? null : "delegated";
    }
}
