package fr.pli.exchange.message;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Folding;
import fr.pli.exchange.platform.ManyRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the words a message is found by, with the fact, into the boxes of its sender and recipients. */
@Component
class BoxTokens {

    /** Keys to sort by are cut: what comes later decides no order that a person sees. */
    private static final int KEY = 80;

    /** A message of five hundred files is found by its first words; the table stays in proportion. */
    private static final int MOST = 1000;

    private static final ManyRows ROWS =
            new ManyRows("insert ignore into message_token (person, token, message) values", "(?, ?, ?)", "");

    private final JdbcClient jdbc;

    BoxTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a text is sorted by. */
    static String key(String text) {
        String folded = Folding.fold(text.strip());
        return folded.codePointCount(0, folded.length()) <= KEY
                ? folded
                : folded.substring(0, folded.offsetByCodePoints(0, KEY));
    }

    /** What a sender is sorted by. */
    static String key(Person sender) {
        return key(sender.lastName() + " " + sender.firstName());
    }

    void write(Sending sending) {
        Set<String> words = words(sending);
        var boxes = new LinkedHashSet<UUID>();
        boxes.add(sending.sender().id());
        boxes.addAll(sending.message().boxes());
        var rows = new ArrayList<List<Object>>();
        for (UUID box : boxes) {
            for (String word : words) {
                rows.add(List.of(box, word, sending.message().id()));
            }
        }
        ROWS.add(jdbc, rows);
    }

    void forget(UUID message, Collection<UUID> people) {
        people.forEach(person -> jdbc.sql("delete from message_token where person = :person and message = :message")
                .param("person", person)
                .param("message", message)
                .update());
    }

    private static Set<String> words(Sending sending) {
        var words = new LinkedHashSet<>(Folding.words(sending.message().subject()));
        words.addAll(names(sending.sender()));
        sending.recipients().forEach(person -> words.addAll(names(person)));
        for (AttachmentRecord attachment : sending.message().attachments()) {
            if (words.size() >= MOST) {
                break;
            }
            words.addAll(Folding.words(attachment.path()));
        }
        return words;
    }

    private static List<String> names(Person person) {
        return Folding.words(person.name() + " " + person.organisation() + " " + person.email());
    }
}
