package fr.pli.exchange.merge;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.Outbox;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the person, at the addresses of both accounts, what was done to them. */
@Component
class MergeMails {

    static final String MERGED = "merge-done";
    static final String SEPARATED = "merge-undone";
    static final String REFUSED = "merge-refused";

    private final Outbox outbox;

    MergeMails(Outbox outbox) {
        this.outbox = outbox;
    }

    /** To be called before the entry points to the other: its own address is told as well. */
    void merged(Person kept, Person absorbed, UUID request) {
        tell(kept, MERGED, request);
        tell(absorbed, MERGED, request);
    }

    /** To be called when the two are two again. */
    void separated(Person kept, Person absorbed, UUID request) {
        tell(kept, SEPARATED, request);
        tell(absorbed, SEPARATED, request);
    }

    void refused(Person person, UUID request) {
        tell(person, REFUSED, request);
    }

    private void tell(Person person, String template, UUID request) {
        outbox.stage(new Letter(
                person.email(),
                person.id(),
                person.language(),
                template,
                person.id(),
                Map.of("request", request.toString())));
    }
}
