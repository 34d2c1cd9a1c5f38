package fr.pli.exchange.factor;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.Outbox;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes down what became of somebody's second factors and tells them by mail, in the transaction of the fact. */
@Component
class FactorNews {

    static final String ADDED = "factor-added";
    static final String REMOVED = "factor-removed";
    static final String CODE_USED = "factor-code-used";
    static final String RESET = "factor-reset";
    static final String SUSPECTED = "factor-suspected";
    static final String SLOWED = "factor-slowed";

    private final Journal journal;
    private final Outbox outbox;

    FactorNews(Journal journal, Outbox outbox) {
        this.journal = journal;
        this.outbox = outbox;
    }

    void added(Person person, Factor.Kind kind, String label) {
        journal.append(fact("factor.added", person).detail("kind", kind));
        tell(person, ADDED, Map.of("kind", word(kind), "label", label));
    }

    void removed(Person person, Factor factor, boolean last) {
        journal.append(
                fact("factor.removed", person).detail("kind", factor.kind()).detail("last", last));
        tell(person, REMOVED, Map.of("kind", word(factor.kind()), "label", factor.label()));
    }

    void codesMade(Person person, int number) {
        journal.append(fact("factor.codes-made", person).detail("codes", number));
    }

    void codeUsed(Person person, int left) {
        journal.append(fact("factor.code-used", person).detail("left", left));
        tell(person, CODE_USED, Map.of("left", Integer.toString(left)));
    }

    void reset(Person by, Person person) {
        journal.append(Fact.of("factor.reset").by(by.id()).about(person.id()));
        tell(person, RESET, Map.of());
    }

    void suspected(Person person, Factor factor) {
        journal.append(Fact.of("factor.suspected").about(person.id()));
        tell(person, SUSPECTED, Map.of("label", factor.label()));
    }

    /** Somebody knows the password and guesses: the person has to hear of it. */
    void slowed(Person person) {
        tell(person, SLOWED, Map.of());
    }

    private static Fact fact(String kind, Person person) {
        return Fact.of(kind).by(person.id()).about(person.id());
    }

    private static String word(Factor.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void tell(Person person, String template, Map<String, String> refs) {
        outbox.stage(new Letter(person.email(), person.id(), person.language(), template, person.id(), refs));
    }
}
