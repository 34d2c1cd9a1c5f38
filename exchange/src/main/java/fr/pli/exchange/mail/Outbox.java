package fr.pli.exchange.mail;

import java.util.List;
import java.util.UUID;

/** Stages mails in the transaction of the fact they tell (N-1) and says what became of them. */
public interface Outbox {

    /** Stages one mail; it leaves after the commit. @return the mail's id */
    UUID stage(Letter letter);

    /** Stages many mails of one fact at once. @return their ids, in the same order */
    List<UUID> stageAll(List<Letter> letters);

    /** What became of every mail staged about {@code subject} (a message, a person), oldest first. */
    List<MailFate> about(UUID subject);
}
